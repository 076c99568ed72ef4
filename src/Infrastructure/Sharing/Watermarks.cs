using Director.Application.Common.Ports;
using Director.Application.Sharing.Guests;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Infrastructure.Media;
using Director.Infrastructure.Storage.Local;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace Director.Infrastructure.Sharing;

/// <inheritdoc cref="IWatermarks" />
/// <remarks>Kept on disk by picture and guest.</remarks>
internal sealed class Watermarks(IBlobStore blobs, MediaFolder folder, ICaller caller, IIdSource ids, ThumbnailGate gate, ILogger<Watermarks> log) : IWatermarks
{
    private const int Quality = 88;
    /// <summary>The longest side that is sent: a review needs no more, and WebP has none above 16,383.</summary>
    private const int LongestSide = 4_096;

    public async Task<Stream?> GetAsync(string sha256, ShareGuest guest, int? width, CancellationToken ct)
    {
        var workspace = caller.Workspace();
        var kind = Path.Combine("guests", guest.LinkId.Value.ToString("N"), guest.Id.ToString("N"), width is { } w ? w.ToString(System.Globalization.CultureInfo.InvariantCulture) : "whole");
        if (folder.PathOf(workspace, sha256, kind) is not { } path) return null;
        if (Open(path) is { } kept) return kept;
        using var _ = await gate.EnterAsync(ct);
        if (Open(path) is { } madeMeanwhile) return madeMeanwhile;
        await using var content = await blobs.OpenAsync(sha256, ct);
        if (content is null) return null;
        using var made = Burn(content, WatermarkRows.TextOf(guest), width);
        if (made is null)
        {
            log.LogWarning("The picture {Sha256} cannot be decoded for a watermark", sha256);
            return null;
        }

        var temporary = Path.Combine(Directory.CreateDirectory(folder.Arriving(workspace)).FullName, ids.Next().ToString("N"));
        await using (var file = File.Create(temporary)) made.SaveTo(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
        return Open(path);
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static SKData? Burn(Stream content, string mark, int? width)
    {
        using var codec = SKCodec.Create(content);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MediaProbe.MaxPixels) return null;
        var (uprightWidth, uprightHeight) = MediaProbe.Upright(codec);
        var scale = Math.Min(1f, Math.Min((float)(width ?? uprightWidth) / uprightWidth, (float)LongestSide / Math.Max(uprightWidth, uprightHeight)));
        using var image = Upright.Draw(codec, scale);
        if (image is null) return null;
        using var surface = SKSurface.Create(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        WatermarkRows.Draw(surface.Canvas, mark, image.Width, image.Height);
        using var burnt = surface.Snapshot();
        return burnt.Encode(SKEncodedImageFormat.Webp, Quality);
    }
}
