using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Uploads;

/// <summary>Gives up an upload: what has arrived of it is thrown away. What a finished one became stays.</summary>
[Requires(Permission.Edit)]
public sealed record TerminateUploadCommand(Guid Id) : ICommand<Done>;

internal sealed class TerminateUploadHandler(IUploads uploads) : IRequestHandler<TerminateUploadCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TerminateUploadCommand request, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(request.Id, cancellationToken) is not { } upload) return UploadErrors.NotFound;
        await uploads.RemoveAsync(upload, cancellationToken);
        return Done.Ok;
    }
}
