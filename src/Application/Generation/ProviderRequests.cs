using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Makes requests from what is stored, the same at every step of an attempt.</summary>
public static class ProviderRequests
{
    /// <summary>What is sent, or was, in one attempt at a generation.</summary>
    public static ProviderRequest Of(GenerationRun run, GenerationAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(attempt);
        return new ProviderRequest(attempt.Id, run.Recipe) { Workspace = run.WorkspaceId, Generation = run.Id, StartedAt = attempt.StartedAt };
    }
}
