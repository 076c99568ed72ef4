using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Uploads;

/// <summary>Says where an upload goes on. One whose bytes are all there, but which a crash kept from being finished, is finished now.</summary>
[Requires(Permission.Edit)]
public sealed record ResumeUploadCommand(Guid Id) : ICommand<UploadDto>, IOwnTransaction;

internal sealed class ResumeUploadHandler(IUploads uploads, UploadFinishing finishing) : IRequestHandler<ResumeUploadCommand, Result<UploadDto>>
{
    public async Task<Result<UploadDto>> Handle(ResumeUploadCommand request, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(request.Id, cancellationToken) is not { } upload) return UploadErrors.NotFound;
        if (upload.ResultId is not null) return UploadDto.Of(upload, upload.Length);
        var received = upload.Sha256 is null ? uploads.Received(upload) : upload.Length;
        if (received < upload.Length) return UploadDto.Of(upload, received);
        var done = await finishing.FinishAsync(upload, cancellationToken);
        return done.Error is { } refused ? refused : UploadDto.Of(done.Value, upload.Length);
    }
}
