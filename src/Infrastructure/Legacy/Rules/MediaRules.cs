using System.Globalization;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Relationships;
using Director.Domain.Tags;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary><c>assets</c> → <c>image</c>, <c>video</c>, <c>audio</c>, <c>text</c>, <c>script</c> by their type.</summary>
internal static class MediaRules
{
    internal const string Kind = "assets";

    /// <summary>The status of what is known but whose bytes are gone.</summary>
    internal const string MissingStatus = "missing";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image"] = "image", ["img"] = "image", ["picture"] = "image", ["photo"] = "image", ["video"] = "video", ["clip"] = "video", ["movie"] = "video",
        ["audio"] = "audio", ["sound"] = "audio", ["music"] = "audio", ["voice"] = "audio", ["text"] = "text", ["prompt"] = "text", ["script"] = "script", ["screenplay"] = "script",
    };

    /// <summary>The new name of a former type; null for one that is none.</summary>
    internal static string? TypeOf(string? former) => former is not null && Types.TryGetValue(former, out var type) ? type : null;

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="character">Whether the character it is linked to is one of its workspace; null: it names none.</param>
    internal static LegacyUnit Map(LegacyTarget target, LegacyRow row, bool? character)
    {
        var unit = new LegacyUnit();
        if (TypeOf(row.Text("type")) is not { } type) return unit.Refused(row, $"its type “{row.Text("type")}” is none that the former system had (image, video, audio, text, script)");
        var id = target.Id(Kind, row.Id);
        var dates = target.Dates(row);
        var address = row.Text("file_path") is { } path && (target.Files.GetValueOrDefault(path) is { Missing: null } || row.Text("url") is null) ? path : row.Text("url");
        var file = target.File(row, address, type is "script" ? "text" : type);
        var recipe = LegacyLists.Named(target, row, "generation_metadata");
        var made = Make(target, row, id, target.Name(row, row.Text("name"), $"Unnamed {type}"), type, file, dates);
        unit.Assets.Add(made with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            Media = file,
            Status = file is { Missing: null } ? null : MissingStatus,
            Favorite = row.Flag("is_favorite"),
            Cost = target.Cost(row, "generation_cost"),
            Metadata = target.Metadata(row, About(row.Text("url"), file).Concat(
            [
                new("source", row.Text("source")), new("thumbnail_url", row.Text("thumbnail_url")), new("asset_metadata", row.Text("asset_metadata")),
                .. recipe.Select(r => KeyValuePair.Create($"recipe.{r.Key}", (string?)r.Value)),
            ])),
        });
        Tags(target, row, unit, id, dates.Created);
        if (character is true && type is "image" or "video" or "audio" && character is true)
            unit.Links.Add(new LegacyLink(row.Origin, id, target.Id(CharacterRules.Kind, row.Text("character_id")!), RelationshipKind.ReferenceFor, 0, dates.Created));
        else if (row.Text("character_id") is { } unknown)
            target.Notes.Add(row, "link.noCharacter", character is true ? $"a {type} shows no character; character_id {unknown} was left out" : $"character_id {unknown} is no character of its workspace");
        return unit.Imported(row, type, id);
    }

    /// <summary>What is remembered of where a file was.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> About(string? url, LegacyFile? file) =>
        [new("sourceUrl", url), new("missingMedia", file is null ? "no address" : file.Missing)];

    private static LegacyAsset Make(LegacyTarget target, LegacyRow row, Guid id, string name, string type, LegacyFile? file, (DateTime, DateTime) dates) => type switch
    {
        "image" => target.Asset(row, id, name, new ImageDetails { Width = file?.Width, Height = file?.Height }, dates),
        "video" => target.Asset(row, id, name, new VideoDetails(), dates),
        "audio" => target.Asset(row, id, name, new AudioDetails { DurationMs = Milliseconds(target, row) }, dates),
        "script" => target.Asset(row, id, name, new ScriptDetails { Format = "text" }, dates),
        _ => target.Asset(row, id, name, new TextDetails { SourceUrl = Url(row.Text("url")) }, dates),
    };

    private static int? Milliseconds(LegacyTarget target, LegacyRow row)
    {
        if (row.Number("duration") is not { } seconds) return null;
        if (seconds is >= 0 and < 2_000_000) return (int)(seconds * 1000);
        target.Notes.Add(row, "number.odd", $"duration is {seconds.ToString(CultureInfo.InvariantCulture)} seconds and was left out");
        return null;
    }

    private static void Tags(LegacyTarget target, LegacyRow row, LegacyUnit unit, Guid id, DateTime at)
    {
        foreach (var tag in LegacyLists.Texts(target, row, "tags").Take(Tag.MaxPerAsset))
            unit.Tags.Add(new LegacyTag(row.Origin, target.Clip(row, "tag", tag.ReplaceLineEndings(" "), Tag.MaxName)!, id, at));
    }

    /// <summary>An address that fits; a longer one is no address.</summary>
    internal static string? Url(string? url) => url is { Length: <= DetailLimits.Url } ? url : null;
}
