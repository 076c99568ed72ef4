using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>One of a person's workspaces and their role in it.</summary>
public sealed record Membership(WorkspaceId WorkspaceId, string Slug, string Name, string Role);

/// <summary>Who a session or an API key belongs to and where they may go.</summary>
/// <param name="SessionId">The session's id, or the key's.</param>
/// <param name="Kind">How it travels; a key travels like a token.</param>
/// <param name="Account">The person; of a key the one who made it.</param>
/// <param name="Memberships">Their workspaces; of a key its own one.</param>
/// <param name="Key">The key, when it is one.</param>
public sealed record CallerProfile(Guid SessionId, SessionKind Kind, Account Account, IReadOnlyList<Membership> Memberships, CallerKey? Key = null)
{
    /// <summary>What the caller may do in one of their workspaces.</summary>
    public IReadOnlySet<Permission> PermissionsIn(Membership membership)
    {
        var role = Roles.PermissionsOf(membership.Role);
        return Key is null ? role : role.Intersect(Key.Scopes).ToHashSet();
    }
}

/// <summary>An API key that a request came with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As the record shows it.</param>
/// <param name="Scopes">What it may do at most.</param>
public sealed record CallerKey(ApiKeyId Id, string Name, IReadOnlySet<Permission> Scopes);

/// <summary>Where a request is let in: what is known of it becomes its <see cref="ICaller"/>.</summary>
public interface ICallerGate
{
    /// <summary>Who was let in; null while the caller is anonymous.</summary>
    CallerProfile? Profile { get; }

    /// <summary>Notes what is known of every request, signed in or not.</summary>
    /// <param name="requestId">Ties log lines, problems and records together.</param>
    /// <param name="origin">The address it came from.</param>
    /// <param name="userAgent">What the program calls itself.</param>
    void Note(string requestId, string? origin, string? userAgent);

    /// <summary>Notes the caller's <c>Idempotency-Key</c>.</summary>
    void NoteIdempotencyKey(string key);

    /// <summary>Checks a ticket and its session, or an API key; lets the caller in, in no workspace yet.</summary>
    /// <returns>The caller, or null when the ticket or key is forged, expired, signed out or withdrawn, or its person disabled.</returns>
    Task<CallerProfile?> EnterAsync(string ticket, SessionKind kind, CancellationToken ct);

    /// <summary>Chooses the workspace by slug or id; without either it is the person's only one, or none yet.</summary>
    /// <returns><c>workspace.unknown</c> for one that does not exist or is not the person's, else null.</returns>
    Error? Choose(string? slugOrId);
}
