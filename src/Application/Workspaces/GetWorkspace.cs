using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>One workspace, with its settings and what it takes up.</summary>
[Requires(Permission.Look)]
public sealed record GetWorkspaceQuery : IQuery<WorkspaceDto>;

internal sealed class GetWorkspaceHandler(WorkspaceAnswers answers) : IRequestHandler<GetWorkspaceQuery, Result<WorkspaceDto>>
{
    public Task<Result<WorkspaceDto>> Handle(GetWorkspaceQuery request, CancellationToken cancellationToken) => answers.ShowAsync(cancellationToken);
}
