using Director.Application.Assets;
using Director.Domain.Common;

namespace Director.Application.MediaFiles.Work;

/// <summary>Something made of a clip or sound, or how far the making is.</summary>
/// <param name="File">It; null while it is being made.</param>
/// <param name="Work">How far that is.</param>
public sealed record MadeMedia(MediaFile? File, MediaWorkDto Work)
{
    internal static async Task<Result<MadeMedia>> OpenAsync(
        IAssetReader reader, IMediaWork work, Guid id, MediaProduct product, string contentType, CancellationToken ct)
    {
        var media = await reader.MediaOfAsync(id, ct);
        if (media.Error is { } none) return none;
        var (type, sha256) = (media.Value.ContentType, media.Value.Sha256);
        if (!MediaKinds.IsWorkedAt(type) || (product is not MediaProduct.Waveform && !MediaKinds.Moves(type))) return MediaErrors.NothingToMake(type);
        var state = await work.FindAsync(sha256, ct);
        if (state.State is MediaWorkState.Waiting) return new MadeMedia(null, state);
        if (!state.Products.Contains(product)) return MediaErrors.NotMade(state.Reason ?? (product is MediaProduct.Waveform ? "The clip has no sound." : "The file has no pictures."));
        return await work.OpenAsync(sha256, product, ct) is { } content
            ? new MadeMedia(new MediaFile(contentType, sha256, content), state)
            : new MadeMedia(null, state with { State = MediaWorkState.Waiting, Products = [] });
    }
}
