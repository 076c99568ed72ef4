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

/// <summary>One workspace, with its settings and what it takes up.</summary>
[Requires(Permission.Look)]
public sealed record GetWorkspaceQuery : IQuery<WorkspaceDto>;

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

internal sealed class GetWorkspaceHandler(WorkspaceAnswers answers) : IRequestHandler<GetWorkspaceQuery, Result<WorkspaceDto>>
{
    public Task<Result<WorkspaceDto>> Handle(GetWorkspaceQuery request, CancellationToken cancellationToken) => answers.ShowAsync(cancellationToken);
}

/// <summary>How use cases of a workspace answer.</summary>
internal sealed class WorkspaceAnswers(ICaller caller, ICallerGate gate, IWorkspaceReader reader)
{
    /// <summary>What the caller's workspace looks like now, to them.</summary>
    internal async Task<Result<WorkspaceDto>> ShowAsync(CancellationToken ct)
    {
        var role = gate.Profile?.Memberships.FirstOrDefault(m => m.WorkspaceId == caller.Workspace())?.Role ?? Roles.Owner;
        return await reader.GetAsync(role, [.. caller.Permissions.Order()], ct) is { } shown ? shown : WorkspaceErrors.NotFound;
    }
}
