using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

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
