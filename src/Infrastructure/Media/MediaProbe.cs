using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Common;
using SkiaSharp;

namespace Director.Infrastructure.Media;

/// <summary>Measures files. Of pictures it reads the header alone, so that a small file that says it is huge costs nothing.</summary>
internal sealed class MediaProbe(IBlobStore blobs) : IMediaProbe
{
    /// <summary>The most pixels that are ever decoded.</summary>
    internal const long MaxPixels = 100_000_000;

    public async Task<Result<Domain.Assets.Media>> ProbeAsync(StoredBlob blob, CancellationToken ct)
    {
        await using var content = await blobs.OpenAsync(blob.Sha256, ct) ?? throw new FileNotFoundException($"The file {blob.Sha256} is not in the store.");
        var head = new byte[FileSignature.Length];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (FileSignature.ContentTypeOf(head.AsSpan(0, read)) is not { } type) return MediaErrors.Unsupported;
        var media = new Domain.Assets.Media(type, blob.Size, blob.Sha256);
        if (!type.StartsWith("image/", StringComparison.Ordinal)) return media;

        content.Position = 0;
        using var codec = SKCodec.Create(content, out var result);
        if (codec is null || result is not SKCodecResult.Success || codec.Info.Width < 1 || codec.Info.Height < 1) return MediaErrors.Corrupt;
        if (codec.Info.BytesSize64 / 4 > MaxPixels || (long)codec.Info.Width * codec.Info.Height > MaxPixels)
            return MediaErrors.TooManyPixels((long)codec.Info.Width * codec.Info.Height, MaxPixels);
        var (width, height) = Upright(codec);
        return media with { Width = width, Height = height };
    }

    /// <summary>The size as people see it: cameras store portraits lying on their side.</summary>
    internal static (int Width, int Height) Upright(SKCodec codec) => codec.EncodedOrigin is
        SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom
        ? (codec.Info.Height, codec.Info.Width)
        : (codec.Info.Width, codec.Info.Height);
}
