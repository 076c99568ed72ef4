using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>
/// Whose turn it is: generations of all workspaces wait here for a place at their provider. The least served workspace goes first, then the
/// higher priority, then who came earlier. A generation keeps its place until it ends or is queued again.
/// </summary>
public interface IGenerationTurns
{
    /// <summary>Inside a transaction: lets them wait, from <paramref name="delay"/> on. Workers hear of it when the transaction commits.</summary>
    Task AskAsync(IReadOnlyCollection<GenerationRun> generations, TimeSpan delay, CancellationToken ct);

    /// <summary>Inside a transaction: gives their places up; for generations that have ended.</summary>
    Task LeaveAsync(IReadOnlyCollection<GenerationId> generations, CancellationToken ct);
}
