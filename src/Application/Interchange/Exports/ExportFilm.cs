using System.IO.Compression;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Films;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Interchange.Exports;

/// <summary>Whether the files come along.</summary>
public enum ExportMedia
{
    /// <summary>The edit alone, its media as addresses of this server.</summary>
    Linked,
    /// <summary>A zip of the edit and every file it names, by relative paths.</summary>
    Zip,
}

/// <summary>The edit, to take home.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Format">otio.</param>
/// <param name="Media">Whether the files come along.</param>
/// <param name="BaseUrl">This server's address, for linked media.</param>
[Requires(Permission.Export)]
public sealed record ExportFilmQuery(Guid FilmId, string Format, ExportMedia Media, string BaseUrl) : IQuery<FilmExport>;

/// <summary>A file that is written as it is sent.</summary>
/// <param name="FileName">What it is called.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="WriteAsync">Writes it.</param>
public sealed record FilmExport(string FileName, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync);

internal sealed class ExportFilmHandler(IAssetReader reader, IShotReader shots, IEnumerable<IEditWriter> writers, IBlobStore blobs, ICaller caller)
    : IRequestHandler<ExportFilmQuery, Result<FilmExport>>
{
    public async Task<Result<FilmExport>> Handle(ExportFilmQuery request, CancellationToken cancellationToken)
    {
        var writer = writers.FirstOrDefault(w => w.Format == request.Format);
        if (writer is null) return Error.Field("format", $"There is no export to \"{request.Format}\"; there is {string.Join(", ", writers.Select(w => w.Format))}.", "export.unknownFormat", ErrorKind.NotFound);
        var film = new AssetId(request.FilmId);
        if (await reader.StructureAsync(film, TakesShown.All, cancellationToken) is not { } structure) return FilmErrors.NotFound;
        var audio = await shots.AudioAsync(film, cancellationToken);

        var zipped = request.Media is ExportMedia.Zip;
        var files = new ExportFiles(request.BaseUrl.TrimEnd('/'), zipped);
        var cut = CutAssembly.Of(structure, audio, files);
        var name = ExportFiles.Safe(structure.Film.Name);
        if (!zipped) return new FilmExport(name + writer.Extension, writer.ContentType, (to, ct) => writer.WriteAsync(cut, to, ct));

        var workspace = caller.Workspace();
        return new FilmExport($"{name}.zip", "application/zip", async (to, ct) =>
        {
            await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
            await using (var edit = await zip.CreateEntry(name + writer.Extension, CompressionLevel.Optimal).OpenAsync(ct)) await writer.WriteAsync(cut, edit, ct);
            foreach (var (path, sha256) in files.Named)
            {
                // Pictures and sound are compressed already.
                await using var entry = await zip.CreateEntry(path, CompressionLevel.NoCompression).OpenAsync(ct);
                await using var blob = await blobs.OpenAsync(workspace, sha256, ct);
                if (blob is not null) await blob.CopyToAsync(entry, ct);
            }
        });
    }
}

/// <summary>Where an export's media lie, and under which names they come along.</summary>
internal sealed class ExportFiles(string baseUrl, bool zipped)
{
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    /// <summary>Path in the zip → hash of the bytes, in the order in which they were named.</summary>
    internal IReadOnlyDictionary<string, string> Named => named;

    /// <summary>The address of an asset's file: relative in a zip, else this server's.</summary>
    internal string? UrlOf(Guid assetId, MediaDto? media, string folder, string name)
    {
        if (media is null) return null;
        if (!zipped) return $"{baseUrl}/api/assets/{assetId}/media?v={media.Sha256}";
        var path = $"media/{Safe(folder)}/{Safe(name)}{Extension(media.ContentType)}";
        named[path] = media.Sha256;
        return Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
    }

    /// <summary>A name that every file system takes: no separators, no control characters, no leading dot.</summary>
    internal static string Safe(string name)
    {
        const int most = 80;
        var safe = new string([.. name.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '_' : c)]).Trim().TrimStart('.').TrimEnd('.', ' ');
        return safe.Length == 0 ? "film" : safe.Length > most ? safe[..most].TrimEnd() : safe;
    }

    private static string Extension(string contentType) => contentType switch
    {
        "image/jpeg" => ".jpg",
        "video/quicktime" => ".mov",
        "audio/mpeg" => ".mp3",
        "audio/wav" or "audio/x-wav" => ".wav",
        _ => "." + contentType[(contentType.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('+', ';')[0],
    };
}

/// <summary>Puts a film's structure together as an edit.</summary>
internal static class CutAssembly
{
    internal static CutTimeline Of(FilmStructureDto film, IReadOnlyList<ShotAudioDto> audio, ExportFiles files)
    {
        var rate = ((FilmDetails)film.Film.Details).Rate();
        var shots = film.Scenes.SelectMany(s => s.Shots.Select(shot => (Scene: (AssetDto?)s, Shot: shot))).Concat(film.Shots.Select(s => (Scene: (AssetDto?)null, Shot: s))).ToList();
        var clips = new List<CutClip>();
        var sounds = new SortedDictionary<int, List<CutAudioClip>>();
        var sounding = audio.ToLookup(a => a.ShotId);
        var at = 0L;
        foreach (var (scene, shot) in shots)
        {
            var frames = (long)shot.RunsFrames;
            var code = shot.Code ?? shot.Id.ToString();
            var takes = (shot.Takes ?? []).Select(t => new CutTake(
                t.Id, t.Number ?? 0, files.UrlOf(t.Id, t.Media, code, $"{code}_T{t.Number:00}"), FramesOf(t.Media, rate, frames),
                t.Circled, t.Status == AssetStatus.Rejected, ((ShotTakeDetails)t.Details).DirectorNotes)).ToList();
            clips.Add(new CutClip(shot.Id, code, shot.Name, ((SceneDetails?)scene?.Details)?.SceneNumber, scene?.Name, frames, takes, shot.SelectedTake?.Number));
            var layer = 0;
            foreach (var sound in sounding[shot.Id].OrderBy(s => s.Layer))
            {
                if (!sounds.TryGetValue(layer, out var row)) sounds[layer] = row = [];
                row.Add(new CutAudioClip(sound.Audio.Id, sound.Audio.Name, at, frames, files.UrlOf(sound.Audio.Id, sound.Audio.Media, "audio", sound.Audio.Name + "_" + sound.Audio.Id.ToString("N")[^6..])));
                layer++;
            }

            at += frames;
        }

        return new CutTimeline(film.Film.Id, film.Film.Name, rate, clips, [.. sounds.Select(s => new CutAudioLayer(s.Key, s.Value))]);
    }

    /// <summary>Frames there are of a take at the film's rate; a still has as many as the shot needs.</summary>
    private static long FramesOf(MediaDto? media, FrameRate rate, long needed) =>
        media?.DurationMs is { } ms && media.ContentType.StartsWith("video/", StringComparison.Ordinal) ? rate.FramesIn(ms / 1000m) : needed;
}
