using System.Globalization;
using System.Text.Json;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>A shot to be: where it belongs, its texts and its takes.</summary>
/// <param name="Film">The film's key: <c>f:</c> and a film's id, or <c>s:</c> and the id of a script that has a film of its own.</param>
/// <param name="Key">What names it in the film.</param>
/// <param name="Scene">The scene it is in; null: none.</param>
/// <param name="PlaceInFilm">Its place in the whole film, from 0: its code.</param>
/// <param name="Place">Its place among its siblings, from 0.</param>
/// <param name="Texts">Versions of its words.</param>
/// <param name="Takes">Its results, in the order in which they were made, each with its review.</param>
internal sealed record LegacyShot(
    string Film, string Key, string? Scene, long PlaceInFilm, long Place, IReadOnlyList<LegacyRow> Texts, IReadOnlyList<(LegacyRow Row, LegacyRow? Review)> Takes);

/// <summary>
/// <c>film_shots</c> that share film and <c>shot_id</c> → one <c>shot</c> with a take for each; <c>shot_generations</c> → the shot's words: the active version
/// is the shot, the others are its history.
/// </summary>
internal static class ShotRules
{
    internal const string Kind = "shot";

    private static readonly string[] OfTexts = ["negative_prompt", "shot_metadata", "ai_feedback", "version", "shot_number"];

    private static readonly string[] OfVersions = ["version", "prompt", "negative_prompt", "shot_type", "camera_motion", "lighting", "emotion", "ai_feedback", "rating", "is_favorite"];

    internal static Guid IdOf(Guid workspace, string film, string key) => LegacyIds.Of(workspace, Kind, $"{film}\n{key}");

    internal static LegacyUnit Map(LegacyTarget target, LegacyShot shot)
    {
        var unit = new LegacyUnit();
        var film = LegacyIds.Film(target.Workspace, shot.Film);
        var id = IdOf(target.Workspace, shot.Film, shot.Key);
        var takes = shot.Takes.Select((t, i) => TakeRules.Map(target, unit, t.Row, t.Review, id, film, i + 1)).ToList();
        var active = Active(target, shot.Texts);
        var first = active ?? shot.Takes[0].Row;
        var selected = Selected(target, shot, takes);
        var words = active?.Text("prompt") ?? shot.Takes.Select(t => t.Row.Text("prompt")).LastOrDefault(p => p is not null);
        var dates = Dates(target, active, shot);
        var seconds = active?.Number("duration_seconds") ?? (selected >= 0 ? shot.Takes[selected].Row : shot.Takes.Count > 0 ? shot.Takes[^1].Row : null)?.Number("duration");
        var pick = selected >= 0 ? takes[selected] : null;
        unit.Assets.Insert(0, target.Asset(first, id, NameOf(words), new ShotDetails
        {
            Prompt = target.Clip(first, "prompt", words, DetailLimits.Paragraph),
            Description = target.Clip(first, "prompt", words, DetailLimits.Paragraph),
            ShotSize = target.Clip(first, "shot_type", active?.Text("shot_type"), DetailLimits.Word),
            Movement = target.Clip(first, "camera_motion", active?.Text("camera_motion"), DetailLimits.Word),
            Lighting = target.Clip(first, "lighting", active?.Text("lighting"), DetailLimits.Line),
            Mood = target.Clip(first, "emotion", active?.Text("emotion"), DetailLimits.Line),
            DurationFrames = Frames(target, first, seconds),
        }, dates) with
        {
            ExternalId = active is not null ? target.Clip(active, "id", active.Id, AssetLimits.ExternalId) : target.Clip(first, "shot_id", $"{shot.Film[2..]}/{shot.Key[2..]}", AssetLimits.ExternalId),
            ParentId = shot.Scene is null ? film : target.Id(ScriptRules.SceneKind, shot.Scene),
            RootId = film,
            Position = OrderPlaces.At(shot.Place),
            Code = Code(shot.PlaceInFilm),
            Favorite = active?.Flag("is_favorite") ?? false,
            Rating = active?.Whole("rating") is >= 0 and <= AssetLimits.Rating and var stars ? stars : null,
            Metadata = active is null ? target.Metadata(first.Part(), [new("shot_id", first.Text("shot_id"))]) : target.Metadata(active,
                OfTexts.Select(c => KeyValuePair.Create(c, active.Text(c)))),
            TakeCount = takes.Count,
            LastChildNumber = takes.Count,
            SelectedChildId = pick?.Id,
            SelectedAt = pick?.CreatedAt,
            SelectedNumber = pick?.Number,
            Media = pick?.Media,
        });
        Histories(target, unit, shot.Texts, active, id, film);
        return unit;
    }

    /// <summary>The code of a shot by its place, by tens as everywhere.</summary>
    internal static string Code(long place) => $"SH{((place + 1) * 10).ToString("D4", CultureInfo.InvariantCulture)}";

    private static LegacyRow? Active(LegacyTarget target, IReadOnlyList<LegacyRow> texts)
    {
        if (texts.Count == 0) return null;
        var newest = texts.OrderBy(t => t.Whole("version") ?? 0).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        var active = newest.Where(t => t.Value("is_active") is null or { ValueKind: JsonValueKind.True }).ToList();
        if (active.Count == 1) return active[0];
        var chosen = active.Count == 0 ? newest[^1] : active[^1];
        target.Notes.Add(chosen, active.Count == 0 ? "version.noneActive" : "version.severalActive",
            active.Count == 0 ? "no version of this shot is active; the newest was taken" : $"{active.Count} versions of this shot are active; the newest was taken");
        return chosen;
    }

    /// <summary>The approved take; the latest, if several are. -1: none.</summary>
    private static int Selected(LegacyTarget target, LegacyShot shot, List<LegacyAsset> takes)
    {
        var approved = takes.Select((t, i) => (t, i)).Where(t => t.t.Verdict == Verdict.Approved).Select(t => t.i).ToList();
        if (approved.Count > 1)
            target.Notes.Add(shot.Takes[approved[^1]].Row, "take.severalApproved", $"{approved.Count} takes of shot {shot.Key[2..]} are approved; this one, the latest, is selected");
        return approved.Count == 0 ? -1 : approved[^1];
    }

    private static (DateTime, DateTime) Dates(LegacyTarget target, LegacyRow? active, LegacyShot shot)
    {
        if (active is not null) return target.Dates(active);
        var made = shot.Takes[0].Row.Moment("created_at", out _) ?? target.Fallback;
        return (made, made);
    }

    private static int? Frames(LegacyTarget target, LegacyRow row, decimal? seconds)
    {
        if (seconds is not { } said) return null;
        if (said is > 0 and <= 86_400) return Math.Max(1, (int)Math.Round(said * 24, MidpointRounding.AwayFromZero));
        target.Notes.Add(row, "number.odd", $"a duration of {said.ToString(CultureInfo.InvariantCulture)} seconds was left out");
        return null;
    }

    private static void Histories(LegacyTarget target, LegacyUnit unit, IReadOnlyList<LegacyRow> texts, LegacyRow? active, Guid shot, Guid film)
    {
        string? before = null;
        foreach (var version in texts.Where(t => t != active).OrderBy(t => t.Whole("version") ?? 0).ThenBy(t => t.Id, StringComparer.Ordinal))
        {
            var after = JsonSerializer.Serialize(new SortedDictionary<string, string?>(OfVersions.Select(c => KeyValuePair.Create(c, version.Text(c))).Where(c => c.Value is not null).ToDictionary(), StringComparer.Ordinal));
            unit.Versions.Add(new LegacyVersion(version.Origin, target.Id("shot_generations", version.Id), shot, film, before, after, target.Dates(version).Created));
            unit.Merged(version, "shot", shot, $"version {version.Text("version")} is history of the shot");
            before = after;
        }

        if (active is not null) unit.Imported(active, "shot", shot);
    }

    /// <summary>The first words, as shots are named everywhere.</summary>
    private static string NameOf(string? words)
    {
        const int most = 80;
        var text = words?.ReplaceLineEndings(" ").Trim() ?? "";
        if (text.Length == 0) return "New shot";
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > most / 2 ? cut : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd(',', ';', ':', '.') + "…";
    }
}
