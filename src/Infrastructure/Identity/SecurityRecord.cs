using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ISecurityRecord" />
internal sealed class SecurityRecord(DirectorDbContext db, ICaller caller, IIdSource ids, TimeProvider clock) : ISecurityRecord
{
    private const string Done = "done";
    private const string Refused = "refused";
    private const int LongestOrigin = 60;

    public Task AddAsync(SecurityFact fact, CancellationToken ct)
    {
        var (id, now) = (ids.Next(), clock.GetUtcNow());
        var user = fact.User == SecurityFact.Nobody ? null : (fact.User ?? caller.UserId)?.Value;
        var workspace = IsOfWorkspace(fact.Kind) ? caller.WorkspaceId?.Value : null;
        var origin = caller.Origin is { Length: > LongestOrigin } longer ? longer[..LongestOrigin] : caller.Origin;
        return db.Database.ExecuteSqlAsync($"""
            insert into security_events (id, at, user_id, workspace_id, kind, operation, outcome, origin, user_agent, request_id)
            values ({id}, {now}, {user}, {workspace}, {fact.Kind}, {fact.Operation}, {(fact.Refused ? Refused : Done)}, {origin}, {caller.UserAgent}, {caller.RequestId})
            """, ct);
    }

    /// <summary>What concerns a person's account belongs to no workspace, though they may have been in one.</summary>
    private static bool IsOfWorkspace(string kind) => kind is SecurityKinds.ApiKeyCreated or SecurityKinds.ApiKeyRevoked or SecurityKinds.Forbidden;
}
