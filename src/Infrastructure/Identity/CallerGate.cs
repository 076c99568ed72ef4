using System.Security.Cryptography;
using Director.Application.ApiKeys;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ICallerGate" />
internal sealed class CallerGate(
    CallerContext caller, SessionTickets tickets, SessionDirectory sessions, ApiKeyDirectory keys, LastUse lastUse, TimeProvider clock) : ICallerGate
{
    /// <summary>Characters kept of what a program calls itself.</summary>
    private const int LongestUserAgent = 300;

    public CallerProfile? Profile { get; private set; }

    public void Note(string requestId, string? origin, string? userAgent) =>
        (caller.RequestId, caller.Origin, caller.UserAgent) = (requestId, origin, userAgent is { Length: > LongestUserAgent } ? userAgent[..LongestUserAgent] : userAgent);

    public void NoteIdempotencyKey(string key) => caller.IdempotencyKey = key;

    public async Task<CallerProfile?> EnterAsync(string ticket, SessionKind kind, CancellationToken ct)
    {
        Profile = kind is SessionKind.Token && ticket.StartsWith(ApiKeyToken.Prefix, StringComparison.Ordinal)
            ? await ByKeyAsync(ticket, ct)
            : await BySessionAsync(ticket, kind, ct);
        if (Profile is not null) Settle(Profile, null);
        return Profile;
    }

    public Error? Choose(string? slugOrId)
    {
        if (Profile is not { } profile) return null;
        var chosen = slugOrId is null
            ? profile.Memberships is [var only] ? only : null
            : profile.Memberships.FirstOrDefault(m => IsCalled(m, slugOrId));
        if (chosen is not null) Settle(profile, chosen);
        return slugOrId is not null && chosen is null ? AccountErrors.UnknownWorkspace : null;
    }

    private async Task<CallerProfile?> BySessionAsync(string ticket, SessionKind kind, CancellationToken ct)
    {
        if (tickets.Open(ticket, kind) is not { } opened || opened.ExpiresAt <= clock.GetUtcNow()) return null;
        var profile = await sessions.FindAsync(opened.SessionId, opened.UserId, ct);
        if (profile is null || profile.Kind != kind) return null;
        lastUse.OfSession(profile.SessionId);
        return profile;
    }

    private async Task<CallerProfile?> ByKeyAsync(string text, CancellationToken ct)
    {
        if (ApiKeyToken.Read(text) is not { } token || await keys.FindAsync(token.Workspace, token.Key, ct) is not { } known) return null;
        if (!CryptographicOperations.FixedTimeEquals(known.SecretHash, token.SecretHash)) return null;
        lastUse.OfKey(token.Workspace, token.Key);
        return known.Profile;
    }

    private void Settle(CallerProfile profile, Membership? chosen)
    {
        if (profile.Key is { } key) caller.CameByKey(profile.Account.Id, key, chosen?.WorkspaceId, chosen is null ? new HashSet<Domain.Workspaces.Permission>() : profile.PermissionsIn(chosen));
        else caller.SignedIn(profile.Account.Id, profile.Account.Name, profile.SessionId, chosen?.WorkspaceId, chosen?.Role);
    }

    private static bool IsCalled(Membership membership, string slugOrId) =>
        string.Equals(membership.Slug, slugOrId, StringComparison.OrdinalIgnoreCase)
        || (Guid.TryParse(slugOrId, out var id) && membership.WorkspaceId.Value == id);
}
