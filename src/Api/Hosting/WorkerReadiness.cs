using Director.Infrastructure.Jobs;

namespace Director.Api.Hosting;

/// <summary>The background work of this process runs, unless it is left to others.</summary>
internal sealed class WorkerReadiness(BackgroundWorkState work) : IReadinessCheck
{
    public string Name => "worker";

    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => work.FindProblemAsync(cancellationToken);
}
