using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Background work of this house: what takes longer than a request, done by whichever process is free.</summary>
public interface IWorkQueue
{
    /// <summary>Inside a transaction: asks for work, which begins after the commit. Asking again for what waits changes nothing; for what is being done it is done once more.</summary>
    /// <param name="kind">Which work.</param>
    /// <param name="subject">At what: an id or a hash.</param>
    Task AskAsync(string kind, string subject, CancellationToken ct);

    /// <summary>Inside a transaction: the turn is over, together with what the transaction stores.</summary>
    /// <returns>False when the turn is somebody else's by now; then nothing may be stored.</returns>
    Task<bool> EndAsync(WorkTurn turn, CancellationToken ct);
}

/// <summary>Somebody's turn at a piece of work.</summary>
/// <param name="Workspace">Whose work it is.</param>
/// <param name="Kind">Which work.</param>
/// <param name="Subject">At what.</param>
/// <param name="AskedBy">The person it is done for; null when nobody in particular.</param>
/// <param name="AskedByName">Their name, for the record.</param>
/// <param name="Tries">How often it has been begun, this time included.</param>
/// <param name="Token">The claim: every write of whoever has the turn carries it.</param>
public sealed record WorkTurn(WorkspaceId Workspace, string Kind, string Subject, UserId? AskedBy, string AskedByName, int Tries, Guid Token);
