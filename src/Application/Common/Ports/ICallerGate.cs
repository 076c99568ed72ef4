using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>One of a person's workspaces and their role in it.</summary>
public sealed record Membership(WorkspaceId WorkspaceId, string Slug, string Name, string Role);

/// <summary>Who a session belongs to and where they may go.</summary>
public sealed record CallerProfile(Guid SessionId, SessionKind Kind, Account Account, IReadOnlyList<Membership> Memberships);

/// <summary>Where a request is let in: what is known of it becomes its <see cref="ICaller"/>.</summary>
public interface ICallerGate
{
    /// <summary>Who was let in; null while the caller is anonymous.</summary>
    CallerProfile? Profile { get; }

    /// <summary>Notes what is known of every request, signed in or not.</summary>
    /// <param name="requestId">Ties log lines, problems and records together.</param>
    /// <param name="origin">The address it came from.</param>
    void Note(string requestId, string? origin);

    /// <summary>Notes the caller's <c>Idempotency-Key</c>.</summary>
    void NoteIdempotencyKey(string key);

    /// <summary>Checks a ticket and its session; lets the person in, in no workspace yet.</summary>
    /// <returns>The person, or null when the ticket is forged, expired or signed out.</returns>
    Task<CallerProfile?> EnterAsync(string ticket, SessionKind kind, CancellationToken ct);

    /// <summary>Chooses the workspace by slug or id; without either it is the person's only one, or none yet.</summary>
    /// <returns><c>workspace.unknown</c> for one that does not exist or is not the person's, else null.</returns>
    Error? Choose(string? slugOrId);
}
