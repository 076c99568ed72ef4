using Director.Application.Assets;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.MediaFiles;

/// <summary>Finds which file an asset shows.</summary>
internal static class MediaReading
{
    /// <summary>A shot, a take or a member of the cast keeps its pick's facts in its own row.</summary>
    internal static async Task<Result<MediaDto>> MediaOfAsync(this IAssetReader reader, Guid id, CancellationToken ct) =>
        await reader.GetAsync(new AssetId(id), ct) is not { } asset ? AssetErrors.NotFound
        : asset.Media is { } media ? media
        : AssetErrors.NoMedia;
}
