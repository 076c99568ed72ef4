using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Workspaces;

/// <summary>Everything of a workspace, to take to another server: its rows, its files, and who is named in them, without their passwords.</summary>
/// <param name="WorkspaceId">The workspace, which must be the one the caller is in.</param>
[Requires(Permission.Own)]
public sealed record ExportWorkspaceQuery(Guid WorkspaceId) : IQuery<WorkspaceExport>;

/// <summary>A file that is written as it is sent.</summary>
/// <param name="FileName">What it is called.</param>
/// <param name="WriteAsync">Writes it.</param>
public sealed record WorkspaceExport(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);

internal sealed class ExportWorkspaceHandler(ICaller caller, ICallerGate gate, IWorkspaceArchive archive, TimeProvider clock)
    : IRequestHandler<ExportWorkspaceQuery, Result<WorkspaceExport>>
{
    public Task<Result<WorkspaceExport>> Handle(ExportWorkspaceQuery request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

    private Result<WorkspaceExport> Answer(ExportWorkspaceQuery request)
    {
        if (caller.WorkspaceId?.Value != request.WorkspaceId) return AccountErrors.UnknownWorkspace;
        var slug = gate.Profile?.Memberships.FirstOrDefault(m => m.WorkspaceId.Value == request.WorkspaceId)?.Slug ?? "workspace";
        return new WorkspaceExport($"{slug}-{clock.GetUtcNow():yyyy-MM-dd}.director", archive.WriteAsync);
    }
}
