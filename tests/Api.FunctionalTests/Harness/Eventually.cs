namespace Director.Api.FunctionalTests.Harness;

/// <summary>Waits for what comes about behind the requests' backs.</summary>
internal static class Eventually
{
    /// <summary>Returns once it holds; fails the test when it has not within thirty seconds.</summary>
    internal static async Task HoldsAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("It did not come about.");
    }
}
