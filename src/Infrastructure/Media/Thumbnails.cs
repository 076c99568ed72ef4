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
        using var small = Upright.Draw(codec, Math.Min(1f, (float)width / MediaProbe.Upright(codec).Width));
        return small?.Encode(SKEncodedImageFormat.Webp, Quality);
    }
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
