using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Uploads;

/// <summary>Brings the next part of an upload. With the last one the file goes to its asset, or to a new take of its shot.</summary>
/// <param name="Id">The upload.</param>
/// <param name="Offset">Where the part begins: as many bytes as have arrived.</param>
/// <param name="Content">The bytes; read while they arrive.</param>
/// <param name="Checksum">What the part must come to; null: it is not checked.</param>
[Requires(Permission.Edit)]
public sealed record AppendUploadCommand(Guid Id, long Offset, Stream Content, PartChecksum? Checksum) : ICommand<UploadDto>, IOwnTransaction;

internal sealed class AppendUploadHandler(IUploads uploads, UploadFinishing finishing) : IRequestHandler<AppendUploadCommand, Result<UploadDto>>
{
    public async Task<Result<UploadDto>> Handle(AppendUploadCommand request, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(request.Id, cancellationToken) is not { } upload) return UploadErrors.NotFound;
        var arrived = await uploads.AppendAsync(upload, request.Offset, request.Content, request.Checksum, cancellationToken);
        if (arrived.Error is { } refused) return refused;
        if (arrived.Value == upload.Length)
        {
            var done = await finishing.FinishAsync(upload, cancellationToken);
            return done.Error is { } unfinished ? unfinished : UploadDto.Of(done.Value, upload.Length);
        }

        var until = finishing.NextEnd;
        await uploads.ProlongAsync(upload, until, cancellationToken);
        return UploadDto.Of(upload with { ExpiresAt = until }, arrived.Value);
    }
}
