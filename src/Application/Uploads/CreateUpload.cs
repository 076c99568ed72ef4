using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Uploads;

/// <summary>Begins an upload that arrives in parts and can be resumed (tus 1.0).</summary>
/// <param name="Length">Bytes it will have.</param>
/// <param name="FileName">What the file is called at home.</param>
/// <param name="AssetId">The asset that gets the file; or</param>
/// <param name="ShotId">the shot that gets a new take with it.</param>
/// <param name="Limit">The most bytes.</param>
[Requires(Permission.Edit)]
public sealed record CreateUploadCommand(long Length, string? FileName, Guid? AssetId, Guid? ShotId, long Limit) : ICommand<UploadDto>;

internal sealed class CreateUploadHandler(IUploads uploads, UploadFinishing finishing, StorageQuota quota, IIdSource ids)
    : IRequestHandler<CreateUploadCommand, Result<UploadDto>>
{
    private const int LongestName = 500;

    public async Task<Result<UploadDto>> Handle(CreateUploadCommand request, CancellationToken cancellationToken)
    {
        if (request.Length <= 0) return UploadErrors.NoLength;
        if (request.Length > request.Limit) return MediaErrors.TooLarge(request.Limit);
        if (await finishing.CheckTargetAsync(request.AssetId, request.ShotId, cancellationToken) is { } unfit) return unfit;
        if (await quota.CheckAsync(request.Length, await uploads.ExpectedAsync(cancellationToken), cancellationToken) is { } over) return over;
        var name = request.FileName?.Replace("\0", "", StringComparison.Ordinal);
        var upload = new Upload(ids.Next(), request.Length, request.AssetId, request.ShotId, name?.Length > LongestName ? name[^LongestName..] : name, finishing.NextEnd);
        await uploads.AddAsync(upload, cancellationToken);
        return UploadDto.Of(upload, 0);
    }
}
