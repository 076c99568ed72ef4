using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Puts a workspace away: from now on it can be looked at and not changed. What is being generated is finished.</summary>
[Requires(Permission.Own), WhileArchived]
public sealed record ArchiveWorkspaceCommand : ICommand<WorkspaceDto>;
