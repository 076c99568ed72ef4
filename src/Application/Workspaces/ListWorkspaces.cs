using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>The caller's workspaces, by name.</summary>
[AllowAnyone]
public sealed record ListWorkspacesQuery : IQuery<Page<WorkspaceSummaryDto>>;

internal sealed class ListWorkspacesHandler(ICallerGate gate, IWorkspaceReader reader) : IRequestHandler<ListWorkspacesQuery, Result<Page<WorkspaceSummaryDto>>>
{
    public async Task<Result<Page<WorkspaceSummaryDto>>> Handle(ListWorkspacesQuery request, CancellationToken cancellationToken)
    {
        if (gate.Profile is not { } profile) return CallerErrors.NotSignedIn;
        var facts = await reader.FactsAsync([.. profile.Memberships.Select(m => m.WorkspaceId.Value)], cancellationToken);
        return new Page<WorkspaceSummaryDto>([.. profile.Memberships.Where(m => facts.ContainsKey(m.WorkspaceId.Value)).Select(m => Of(m, facts[m.WorkspaceId.Value]))], null);
    }

    private static WorkspaceSummaryDto Of(Membership m, (DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt) facts) =>
        new(m.WorkspaceId.Value, m.Slug, m.Name, m.Role, [.. Roles.PermissionsOf(m.Role).Order()], facts.CreatedAt, facts.ArchivedAt);
}
