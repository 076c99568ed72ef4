using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Common;
using Director.Infrastructure.Storage.Local;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace Director.Infrastructure.Media;

/// <summary>Small pictures, kept on disk beside the files they are made from under the same hash. At most as many are made at once as there are cores.</summary>
internal sealed class Thumbnails(IBlobStore blobs, MediaFolder folder, ICaller caller, IIdSource ids, ThumbnailGate gate, ILogger<Thumbnails> log) : IThumbnails
{
    private const int Quality = 82;

    public async Task<Stream?> GetAsync(string sha256, string contentType, int width, CancellationToken ct)
    {
        if (!contentType.StartsWith("image/", StringComparison.Ordinal)) return null;
        var workspace = caller.Workspace();
        if (folder.PathOf(workspace, sha256, $"thumbnails-{width}") is not { } path) return null;
        if (Open(path) is { } kept) return kept;
        using var _ = await gate.EnterAsync(ct);
        if (Open(path) is { } madeMeanwhile) return madeMeanwhile;
        await using var content = await blobs.OpenAsync(sha256, ct);
        if (content is null) return null;
        using var made = Draw(content, width);
        if (made is null)
        {
            log.LogWarning("The picture {Sha256} cannot be decoded for a thumbnail", sha256);
            return null;
        }

        var temporary = Path.Combine(Directory.CreateDirectory(folder.Arriving(workspace)).FullName, ids.Next().ToString("N"));
        await using (var file = File.Create(temporary)) made.SaveTo(file);
        // Made again at any time, so nothing has to be forced to disk.
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

    private static SKData? Draw(Stream content, int width)
    {
        using var codec = SKCodec.Create(content);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MediaProbe.MaxPixels) return null;
        var (uprightWidth, uprightHeight) = MediaProbe.Upright(codec);
        var scale = Math.Min(1f, (float)width / uprightWidth);
        var near = codec.GetScaledDimensions(scale);
        using var decoded = new SKBitmap(new SKImageInfo(near.Width, near.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;

        var size = new SKSizeI(Math.Max(1, (int)Math.Round(uprightWidth * scale)), Math.Max(1, (int)Math.Round(uprightHeight * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.Concat(Turned(codec.EncodedOrigin, size));
        var turned = uprightWidth != codec.Info.Width;
        surface.Canvas.DrawImage(image, new SKRect(0, 0, turned ? size.Height : size.Width, turned ? size.Width : size.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var small = surface.Snapshot();
        return small.Encode(SKEncodedImageFormat.Webp, Quality);
    }

    /// <summary>Turns a stored picture upright (EXIF orientation).</summary>
    private static SKMatrix Turned(SKEncodedOrigin origin, SKSizeI size) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, size.Width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, size.Width, 0, -1, size.Height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, size.Height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, size.Width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, size.Width, -1, 0, size.Height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, size.Height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

/// <summary>Lets as many in as there are cores.</summary>
internal sealed class ThumbnailGate : IDisposable
{
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);

    internal async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await places.WaitAsync(ct);
        return new Place(places);
    }

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
