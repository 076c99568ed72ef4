using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>
/// Deletes an archived workspace for good: all its rows at once, then its files. Cannot be undone; export it before.
/// </summary>
/// <param name="Slug">The workspace's slug, repeated.</param>
[Requires(Permission.Own), WhileArchived]
public sealed record DeleteWorkspaceCommand(string? Slug) : ICommand<Done>, IOwnTransaction;

/// <summary>Deletes workspaces whole.</summary>
public interface IWorkspaceEraser
{
    /// <summary>Inside a transaction: every row of the caller's workspace goes, and that it went is noted in the directory.</summary>
    Task EraseAsync(Workspace workspace, CancellationToken ct);

    /// <summary>Afterwards: removes the files of what was erased, also of what was erased earlier when the server stopped before it came to that.</summary>
    Task SweepFilesAsync(CancellationToken ct);
}

internal sealed class DeleteWorkspaceHandler(
    IWorkspaceRepository workspaces, IWorkspaceEraser eraser, CrewNews news, IArchive archive, IUnitOfWork unitOfWork) : IRequestHandler<DeleteWorkspaceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteWorkspaceCommand request, CancellationToken cancellationToken)
    {
        var erased = await unitOfWork.RunAsync(OperationName.Of<DeleteWorkspaceCommand>(), async ct =>
        {
            if (await workspaces.FindAsync(ct) is not { } workspace) return WorkspaceErrors.NotFound;
            if (workspace.CheckDeleting(request.Slug) is { } refused) return refused;
            if (await workspaces.IsBusyAsync(ct)) return WorkspaceErrors.Busy;
            await news.ToEverybodyAsync(ct);
            archive.Forget(workspace.Id);
            await eraser.EraseAsync(workspace, ct);
            return Done.Ok;
        }, cancellationToken);
        if (erased.Succeeded) await eraser.SweepFilesAsync(CancellationToken.None);
        return erased;
    }
}
