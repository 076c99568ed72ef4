using Director.Application.Events;
using Director.Infrastructure.Identity;

namespace Director.Infrastructure.Persistence.Queries;

/// <inheritdoc cref="ISessionWatch" />
internal sealed class SessionWatch(SessionDirectory sessions, CallerContext caller) : ISessionWatch
{
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (caller.UserId is not { } user || caller.WorkspaceId is not { } workspace || caller.SessionId is not { } session) return false;
        return await sessions.FindAsync(session, user.Value, ct) is { } profile && profile.Memberships.Any(m => m.WorkspaceId == workspace);
    }
}
