using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Uploads;

/// <summary>How far one of the caller's uploads is, and what it became.</summary>
[Requires(Permission.Edit)]
public sealed record GetUploadQuery(Guid Id) : IQuery<UploadDto>;

internal sealed class GetUploadHandler(IUploads uploads) : IRequestHandler<GetUploadQuery, Result<UploadDto>>
{
    public async Task<Result<UploadDto>> Handle(GetUploadQuery request, CancellationToken cancellationToken) =>
        await uploads.FindAsync(request.Id, cancellationToken) is { } upload
            ? UploadDto.Of(upload, upload.Sha256 is null ? uploads.Received(upload) : upload.Length)
            : UploadErrors.NotFound;
}
