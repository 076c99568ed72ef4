using Director.Application.Assets;
using Director.Application.Exports;
using Director.Application.Films;
using Director.Application.Shots;
using Director.Domain.Assets.Types;
using Director.Domain.Films;

namespace Director.Infrastructure.Rendering;

/// <summary>What a film shows, shot by shot.</summary>
/// <param name="Rate">The film's rate.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Shots">In film order.</param>
internal sealed record AssemblyPlan(FrameRate Rate, int Width, int Height, IReadOnlyList<PlannedShot> Shots)
{
    internal long Frames => Shots.Sum(s => (long)s.Frames);

    internal static AssemblyPlan Of(FilmStructureDto film, IReadOnlyList<ShotAudioDto> audio, FilmExportOptions options)
    {
        var details = (FilmDetails)film.Film.Details;
        var (width, height) = details.Shape().PixelsFor(options.Size);
        var layers = audio.ToLookup(a => a.ShotId);
        var shots = new List<PlannedShot>();
        var start = 0L;
        foreach (var shot in film.Scenes.SelectMany(s => s.Shots).Concat(film.Shots))
        {
            var sounds = options.Audio is ExportAudio.None ? [] : layers[shot.Id].OrderBy(a => a.Layer).Select(a => a.Audio.Media).OfType<MediaDto>().ToList();
            shots.Add(new PlannedShot(shot.Code ?? "", shot.Name, ((ShotDetails)shot.Details).Description, start, shot.RunsFrames, shot.SelectedTake?.Number, shot.SelectedTake?.Media, sounds));
            start += shot.RunsFrames;
        }

        return new AssemblyPlan(details.Rate(), width, height, shots);
    }
}

/// <summary>One shot of the film.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">The action line.</param>
/// <param name="Start">The film's frame it begins with.</param>
/// <param name="Frames">How many frames it runs.</param>
/// <param name="Take">The selected take's number; null when none is.</param>
/// <param name="Picture">Its file; null when there is none.</param>
/// <param name="Sounds">Its audio layers, bottom first.</param>
internal sealed record PlannedShot(string Code, string Name, string? Description, long Start, int Frames, int? Take, MediaDto? Picture, IReadOnlyList<MediaDto> Sounds);
