namespace Director.Api.FunctionalTests.Harness;

internal static class Workers
{
    /// <summary>Waits until no generation is being worked at: steps that still run would write into the next test's database.</summary>
    internal static async Task WorkIsOverAsync(this DirectorApp app)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var left = await app.Database.ListAsync<long>("select (select count(*) from qrtz_fired_triggers) + (select count(*) from qrtz_triggers where trigger_group like 'generation.%')");
            if (left[0] == 0) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("Generations are still being worked at.");
    }
}
