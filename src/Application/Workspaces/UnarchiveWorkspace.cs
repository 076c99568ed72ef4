using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Takes a workspace out of the archive.</summary>
[Requires(Permission.Own), WhileArchived]
public sealed record UnarchiveWorkspaceCommand : ICommand<WorkspaceDto>;
