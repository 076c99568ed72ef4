using Director.Application.Events;
using Director.Infrastructure.Identity;

namespace Director.Infrastructure.Persistence.Queries;

/// <inheritdoc cref="ISessionWatch" />
internal sealed class SessionWatch(SessionDirectory sessions, ApiKeyDirectory keys, CallerContext caller) : ISessionWatch
{
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (caller.UserId is not { } user || caller.WorkspaceId is not { } workspace) return false;
        if (caller.KeyId is { } key) return await keys.FindAsync(workspace, key, ct) is not null;
        if (caller.SessionId is not { } session) return false;
        return await sessions.FindAsync(session, user.Value, ct) is { } profile && profile.Memberships.Any(m => m.WorkspaceId == workspace);
    }
}
