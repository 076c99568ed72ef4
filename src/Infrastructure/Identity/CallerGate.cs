using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ICallerGate" />
internal sealed class CallerGate(CallerContext caller, SessionTickets tickets, SessionDirectory sessions, TimeProvider clock) : ICallerGate
{
    public CallerProfile? Profile { get; private set; }

    public void Note(string requestId, string? origin) => (caller.RequestId, caller.Origin) = (requestId, origin);

    public void NoteIdempotencyKey(string key) => caller.IdempotencyKey = key;

    public async Task<CallerProfile?> EnterAsync(string ticket, SessionKind kind, CancellationToken ct)
    {
        if (tickets.Open(ticket, kind) is not { } opened || opened.ExpiresAt <= clock.GetUtcNow()) return null;
        var profile = await sessions.FindAsync(opened.SessionId, opened.UserId, ct);
        if (profile is null || profile.Kind != kind) return null;
        Profile = profile;
        caller.SignedIn(profile.Account.Id, profile.Account.Name, profile.SessionId, null, null);
        return profile;
    }

    public Error? Choose(string? slugOrId)
    {
        if (Profile is not { } profile) return null;
        var chosen = slugOrId is null
            ? profile.Memberships is [var only] ? only : null
            : profile.Memberships.FirstOrDefault(m => IsCalled(m, slugOrId));
        if (chosen is not null) caller.SignedIn(profile.Account.Id, profile.Account.Name, profile.SessionId, chosen.WorkspaceId, chosen.Role);
        return slugOrId is not null && chosen is null ? AccountErrors.UnknownWorkspace : null;
    }

    private static bool IsCalled(Membership membership, string slugOrId) =>
        string.Equals(membership.Slug, slugOrId, StringComparison.OrdinalIgnoreCase)
        || (Guid.TryParse(slugOrId, out var id) && membership.WorkspaceId.Value == id);
}
