using System.IO.Compression;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Films;
using Director.Application.Interchange.Cuts;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using FluentValidation;
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

internal sealed class ExportFilmValidator : AbstractValidator<ExportFilmQuery>
{
    public ExportFilmValidator() => RuleFor(q => q.Media).IsInEnum().OverridePropertyName("media");
}

internal sealed class ExportFilmHandler(IAssetReader reader, IShotReader shots, IEnumerable<ICutWriter> writers, IBlobStore blobs)
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
        if (!zipped) return new FilmExport($"{name}.{writer.Format}", writer.ContentType, (to, ct) => writer.WriteAsync(cut, to, ct));

        return new FilmExport($"{name}.zip", "application/zip", async (to, ct) =>
        {
            await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
            await using (var edit = await zip.CreateEntry($"{name}.{writer.Format}", CompressionLevel.Optimal).OpenAsync(ct)) await writer.WriteAsync(cut, edit, ct);
            foreach (var (path, sha256) in files.Named)
            {
                // Pictures and sound are compressed already.
                await using var entry = await zip.CreateEntry(path, CompressionLevel.NoCompression).OpenAsync(ct);
                await using var blob = await blobs.OpenAsync(sha256, ct);
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
    /// <summary>The hour that programmes begin at, by custom; what comes before it is for leaders.</summary>
    private const int StartHour = 1;

    internal static CutTimeline Of(FilmStructureDto film, IReadOnlyList<ShotAudioDto> audio, ExportFiles files)
    {
        var rate = ((FilmDetails)film.Film.Details).Rate();
        var shots = film.Scenes.SelectMany(s => s.Shots.Select(shot => (Scene: (AssetDto?)s, Shot: shot))).Concat(film.Shots.Select(s => (Scene: (AssetDto?)null, Shot: s))).ToList();
        var picture = shots.Select(s => (CutItem)ClipOf(s.Scene, s.Shot, rate, files)).ToList();
        return new CutTimeline
        {
            Title = film.Film.Name,
            Rate = rate,
            StartFrame = StartHour * 3600L * rate.Nominal,
            Tracks = [new CutTrack("Picture", CutTrackKind.Video, picture), .. Sound(shots.Select(s => s.Shot), audio, files)],
            Metadata = new Dictionary<string, string> { ["filmId"] = film.Film.Id.ToString() },
        };
    }

    private static CutClip ClipOf(AssetDto? scene, ShotNodeDto shot, FrameRate rate, ExportFiles files)
    {
        var code = shot.Code ?? shot.Id.ToString();
        var takes = shot.Takes ?? [];
        var selected = takes.FirstOrDefault(t => t.Id == shot.SelectedChildId);
        return new CutClip(shot.RunsFrames)
        {
            Name = code,
            Code = code,
            SceneNumber = ((SceneDetails?)scene?.Details)?.SceneNumber,
            Takes = [.. takes.Select(t => TakeOf(t, code, rate, files))],
            SelectedTake = shot.SelectedTake?.Number,
            Markers = selected?.Details is ShotTakeDetails { DirectorNotes: { Length: > 0 } notes } ? [new CutMarker(0, 0, $"Take {selected.Number}", notes)] : [],
            Metadata = new Dictionary<string, string> { ["shotId"] = shot.Id.ToString(), ["name"] = shot.Name, ["scene"] = scene?.Name ?? "" },
        };
    }

    private static CutTake TakeOf(AssetDto take, string code, FrameRate rate, ExportFiles files)
    {
        var moves = take.Media?.ContentType.StartsWith("video/", StringComparison.Ordinal) == true;
        var ownRate = FrameRate.TryParse(take.Media?.FrameRate, out var said) ? said : rate;
        return new CutTake
        {
            Number = take.Number ?? 0,
            Name = $"{code} T{take.Number}",
            MediaPath = files.UrlOf(take.Id, take.Media, code, $"{code}_T{take.Number:00}"),
            IsStill = !moves,
            MediaRate = moves && ownRate != rate ? ownRate : null,
            MediaFrames = moves && take.Media?.DurationMs is { } ms ? ownRate.FramesIn(ms / 1000m) : null,
            Metadata = new Dictionary<string, string>
            {
                ["takeId"] = take.Id.ToString(),
                ["circled"] = take.Circled ? "true" : "false",
                ["rejected"] = take.Status == AssetStatus.Rejected ? "true" : "false",
            },
        };
    }

    /// <summary>One track a layer, bottom first; a shot without a sound on a layer is a gap.</summary>
    private static IEnumerable<CutTrack> Sound(IEnumerable<ShotNodeDto> shots, IReadOnlyList<ShotAudioDto> audio, ExportFiles files)
    {
        var sounding = audio.ToLookup(a => a.ShotId);
        var inOrder = shots.Select(s => (Frames: (long)s.RunsFrames, Layers: sounding[s.Id].OrderBy(a => a.Layer).ToList())).ToList();
        var layers = inOrder.Count == 0 ? 0 : inOrder.Max(s => s.Layers.Count);
        for (var layer = 0; layer < layers; layer++)
        {
            var at = layer;
            yield return new CutTrack($"Audio {layer + 1}", CutTrackKind.Audio,
                [.. inOrder.Select(s => at < s.Layers.Count ? (CutItem)SoundOf(s.Layers[at].Audio, s.Frames, files) : new CutGap(s.Frames))]);
        }
    }

    private static CutClip SoundOf(AssetDto sound, long frames, ExportFiles files) => new(frames)
    {
        Name = sound.Name,
        Takes = [new CutTake { Number = 1, Name = sound.Name, MediaPath = files.UrlOf(sound.Id, sound.Media, "audio", $"{sound.Name}_{sound.Id.ToString("N")[^6..]}") }],
        SelectedTake = 1,
        Metadata = new Dictionary<string, string> { ["assetId"] = sound.Id.ToString() },
    };
}
