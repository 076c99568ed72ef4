using Director.Application.Common.Ports;
using Director.Application.Sharing.Guests;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Infrastructure.Media;
using Director.Infrastructure.Storage.Local;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace Director.Infrastructure.Sharing;

/// <inheritdoc cref="IClipWatermarks" />
/// <remarks>Made when it is first asked for and kept on disk by clip and guest, like the pictures; at most as many at once as there are cores.</remarks>
internal sealed class ClipWatermarks(IBlobStore blobs, MediaFolder folder, ICaller caller, IIdSource ids, ThumbnailGate gate, ILogger<ClipWatermarks> log) : IClipWatermarks
{
    private const int MarkWidth = 1_920;
    private const int MarkHeight = 1_080;
    /// <summary>A clip of a shot is done in seconds; whoever waits for longer has gone.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>How ffmpeg reads each type. It is told, and does not guess: a file that is a playlist in truth would make it read others.</summary>
    private static readonly Dictionary<string, string> Readers = new(StringComparer.Ordinal)
    {
        ["video/mp4"] = "mov",
        ["video/quicktime"] = "mov",
        ["video/webm"] = "matroska",
        ["video/ogg"] = "ogg",
    };

    public bool Available => Ffmpeg.Find() is not null;

    public async Task<Stream?> GetAsync(string sha256, string contentType, ShareGuest guest, CancellationToken ct)
    {
        var workspace = caller.Workspace();
        var kind = Path.Combine("guests", guest.LinkId.Value.ToString("N"), guest.Id.ToString("N"), "clip");
        if (!Readers.TryGetValue(contentType, out var reader) || folder.PathOf(workspace, sha256, kind) is not { } path) return null;
        if (Open(path) is { } kept) return kept;
        using var _ = await gate.EnterAsync(ct);
        if (Open(path) is { } madeMeanwhile) return madeMeanwhile;
        await using var content = await blobs.OpenAsync(sha256, ct);
        if (content is null) return null;

        var work = Directory.CreateDirectory(Path.Combine(folder.Arriving(workspace), ids.Next().ToString("N"))).FullName;
        try
        {
            var (original, mark, made) = (Path.Combine(work, "original"), Path.Combine(work, "mark.png"), Path.Combine(work, "made.mp4"));
            await using (var file = File.Create(original)) await content.CopyToAsync(file, ct);
            await using (var file = File.Create(mark)) Write(WatermarkRows.TextOf(guest), file);
            if (await Ffmpeg.RunAsync(Arguments(reader, original, mark, made), Limit, ct) is { } failed)
            {
                log.LogWarning("The clip {Sha256} could not be watermarked: {Failure}", sha256, failed);
                return null;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(made, path, overwrite: true);
            return Open(path);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>At most 1,920 pixels wide, with even sides as the codec wants them; the mark is stretched over all of it. Sound comes along.</summary>
    private static string[] Arguments(string reader, string original, string mark, string made) =>
    [
        "-protocol_whitelist", "file", "-f", reader, "-i", original,
        "-protocol_whitelist", "file", "-f", "png_pipe", "-i", mark,
        "-filter_complex", "[0:v:0]scale=w='trunc(min(1920,iw)/2)*2':h=-2,setsar=1[small];[1:v][small]scale2ref[mark][clip];[clip][mark]overlay,format=yuv420p[out]",
        "-map", "[out]", "-map", "0:a?", "-map_metadata", "-1", "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-c:a", "aac", "-movflags", "+faststart", "-f", "mp4", made,
    ];

    private static void Write(string text, Stream to)
    {
        using var surface = SKSurface.Create(new SKImageInfo(MarkWidth, MarkHeight, SKColorType.Rgba8888, SKAlphaType.Premul));
        WatermarkRows.Draw(surface.Canvas, text, MarkWidth, MarkHeight);
        using var drawn = surface.Snapshot();
        using var png = drawn.Encode(SKEncodedImageFormat.Png, 100);
        png.SaveTo(to);
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
}
