using Director.Api.FunctionalTests.Harness;
using Director.Application.Common.Ports;
using Director.Application.Generation;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>What the walk needs around it: a provider that works until the walk is over, so that what is cancelled is never finished already.</summary>
internal sealed class WalkStage : IAsyncDisposable
{
    private readonly DirectorApp app;
    private readonly TaskCompletionSource over = new();

    internal WalkStage(DirectorApp app)
    {
        this.app = app;
        app.Provider.OnSubmit = async (_, ct) =>
        {
            await over.Task.WaitAsync(ct);
            return new ProviderAnswer.Forgotten();
        };
    }

    /// <summary>Waits for the work: steps that are still running would write into the next test's database.</summary>
    public async ValueTask DisposeAsync()
    {
        over.TrySetResult();
        for (var tries = 0; tries < 300; tries++)
        {
            var left = await app.Database.ListAsync<long>("select (select count(*) from qrtz_fired_triggers) + (select count(*) from qrtz_triggers where trigger_group like 'generation.%')");
            if (left[0] == 0) return;
            await Task.Delay(100);
        }

        throw new TimeoutException("Generations are still being worked at after the walk.");
    }
}
