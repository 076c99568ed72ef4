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

    /// <summary>Lets the provider finish and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        over.TrySetResult();
        await app.WorkIsOverAsync();
    }
}
