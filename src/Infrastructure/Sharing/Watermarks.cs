using Director.Application.Common.Ports;
using Director.Application.Sharing.Guests;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Infrastructure.Media;
using Director.Infrastructure.Providers.Sketch.Finish;
using Director.Infrastructure.Storage.Local;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace Director.Infrastructure.Sharing;

/// <inheritdoc cref="IWatermarks" />
/// <remarks>
/// The mark is the guest's name and the end of their id, in slanted rows over the whole picture: no crop leaves it behind, and two guests of one
/// name, or of a name that the face cannot show, are still told apart. Kept on disk by picture and guest.
/// </remarks>
internal sealed class Watermarks(IBlobStore blobs, MediaFolder folder, ICaller caller, IIdSource ids, ThumbnailGate gate, ILogger<Watermarks> log) : IWatermarks
{
    private const int Quality = 88;
    /// <summary>The longest side that is sent: a review needs no more, and WebP has none above 16,383.</summary>
    private const int LongestSide = 4_096;
    private const float Slant = -24;
    private const int LongestName = 40;

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
        using var made = Burn(content, $"{SlateFont.Printable(guest.Name, LongestName)}  {guest.Id.ToString("N")[^8..]}".Trim(), width);
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
        Mark(surface.Canvas, mark, image.Width, image.Height);
        using var burnt = surface.Snapshot();
        return burnt.Encode(SKEncodedImageFormat.Webp, Quality);
    }

    /// <summary>Light letters with a dark edge: they show on any ground.</summary>
    private static void Mark(SKCanvas canvas, string text, int width, int height)
    {
        using var font = SlateFont.Bold(Math.Max(9, Math.Min(width, height) / 16f));
        using var edge = new SKPaint { Color = SKColors.Black.WithAlpha(96), Style = SKPaintStyle.Stroke, StrokeWidth = font.Size / 10, IsAntialias = true };
        using var fill = new SKPaint { Color = SKColors.White.WithAlpha(112), IsAntialias = true };
        var (step, row) = (SlateFont.Width(font, text) + (font.Size * 3), font.Size * 4);
        var reach = width + height;
        canvas.Save();
        canvas.Translate(width / 2f, height / 2f);
        canvas.RotateDegrees(Slant);
        var line = 0;
        for (var y = -reach; y < reach; y += (int)Math.Ceiling(row), line++)
        {
            for (var x = -reach + (line % 2 == 0 ? 0 : step / 2); x < reach; x += step)
            {
                canvas.DrawText(text, x, y, SKTextAlign.Left, font, edge);
                canvas.DrawText(text, x, y, SKTextAlign.Left, font, fill);
            }
        }

        canvas.Restore();
    }
}
