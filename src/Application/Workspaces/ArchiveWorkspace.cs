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

/// <summary>Takes a workspace out of the archive.</summary>
[Requires(Permission.Own), WhileArchived]
public sealed record UnarchiveWorkspaceCommand : ICommand<WorkspaceDto>;

internal sealed class ArchiveWorkspaceHandler(IWorkspaceRepository workspaces, IArchive archive, WorkspaceAnswers answers, IUnitOfWork unitOfWork, TimeProvider clock) :
    IRequestHandler<ArchiveWorkspaceCommand, Result<WorkspaceDto>>, IRequestHandler<UnarchiveWorkspaceCommand, Result<WorkspaceDto>>
{
    public Task<Result<WorkspaceDto>> Handle(ArchiveWorkspaceCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(w => w.Archive(clock.GetUtcNow()), cancellationToken);

    public Task<Result<WorkspaceDto>> Handle(UnarchiveWorkspaceCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(w => w.Unarchive(), cancellationToken);

    private async Task<Result<WorkspaceDto>> ChangeAsync(Action<Workspace> change, CancellationToken ct)
    {
        if (await workspaces.FindAsync(ct) is not { } workspace) return WorkspaceErrors.NotFound;
        change(workspace);
        archive.Forget(workspace.Id);
        await unitOfWork.FlushAsync(ct);
        return await answers.ShowAsync(ct);
    }
}
