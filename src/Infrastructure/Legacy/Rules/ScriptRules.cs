using System.Security.Cryptography;
using System.Text;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Relationships;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary><c>script_generations</c> → <c>script</c>, versions linked by <c>variant_of</c>; <c>scenes</c> → <c>scene</c> of the film their shots are in, or of one of their script's own.</summary>
internal static class ScriptRules
{
    internal const string Kind = "script_generations";
    internal const string SceneKind = "scenes";

    private static readonly string[] Aside =
    [
        "generation_type", "version", "input_subject", "input_action", "input_location", "input_style", "input_genre", "input_idea", "input_partial_data", "ai_feedback",
        "output_negative_prompt", "output_metadata", "user_id",
    ];

    private static readonly string[] OfScenes = ["mood", "pacing", "duration_estimate", "characters"];

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="refined">The version it was refined from, where that is one of its workspace and does not come from this one.</param>
    /// <param name="housesScenes">Whether it has scenes that belong to no film: then it gets a film for them.</param>
    internal static LegacyUnit Script(LegacyTarget target, LegacyRow row, string? refined, bool housesScenes)
    {
        var unit = new LegacyUnit();
        var id = target.Id(Kind, row.Id);
        var dates = target.Dates(row);
        var kind = row.Text("generation_type") ?? "script";
        var name = target.Name(row, row.Text("input_idea") ?? row.Text("input_subject") ?? row.Text("output_prompt"), $"Unnamed {kind}");
        if (name.Length > 120) name = name[..119].TrimEnd() + "…";
        var text = row.Text("output_prompt") ?? row.Text("output_full_data");
        unit.Assets.Add(target.Asset(row, id, name, new ScriptDetails { Format = "text" }, dates) with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            Media = Keep(unit, text),
            Favorite = row.Flag("is_favorite"),
            Rating = row.Whole("rating") is >= 0 and <= AssetLimits.Rating and var stars ? stars : null,
            Status = row.Value("is_active") is { ValueKind: System.Text.Json.JsonValueKind.False } ? "superseded" : null,
            Metadata = target.Metadata(row, Aside.Select(c => KeyValuePair.Create(c, row.Text(c)))
                .Append(new("output_full_data", row.Text("output_prompt") is null ? null : row.Text("output_full_data")))),
        });
        if (row.Whole("rating") is < 0 or > AssetLimits.Rating) target.Notes.Add(row, "number.odd", $"rating {row.Whole("rating")} is not 0 to 5 and was left out");
        if (refined is not null) unit.Links.Add(new LegacyLink(row.Origin, id, target.Id(Kind, refined), RelationshipKind.VariantOf, 0, dates.Created));
        else if (row.Text("parent_id") is { } lost) target.Notes.Add(row, "link.noVersion", $"parent_id {lost} is no earlier version of it (not there, of another workspace, or in a circle)");
        if (housesScenes)
        {
            target.Notes.Add(row, "script.film", "its scenes belong to no film and got one of their own");
            unit.Assets.Add(target.Asset(row, target.Id("script_film", row.Id), name, new FilmDetails { FrameRate = "24" }, dates));
        }

        return unit.Imported(row, "script", id);
    }

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="film">The film it is in.</param>
    /// <param name="place">Its place there, from 0.</param>
    internal static LegacyUnit Scene(LegacyTarget target, LegacyRow row, string? film, long place)
    {
        var unit = new LegacyUnit();
        if (film is null) return unit.Refused(row, $"its script {row.Text("script_generation_id")} is not in the export");
        var id = target.Id(SceneKind, row.Id);
        var dates = target.Dates(row);
        var filmId = LegacyIds.Film(target.Workspace, film);
        var script = target.Id(Kind, row.Text("script_generation_id")!);
        unit.Assets.Add(target.Asset(row, id, target.Name(row, row.Text("title") ?? row.Text("location"), $"Scene {row.Text("scene_number")}"), new SceneDetails
        {
            SceneNumber = target.Clip(row, "scene_number", row.Text("scene_number"), DetailLimits.Word),
            Location = target.Clip(row, "location", row.Text("location"), DetailLimits.Line),
            TimeOfDay = target.Clip(row, "time_of_day", row.Text("time_of_day"), DetailLimits.Line),
            Synopsis = target.Clip(row, "description", row.Text("description"), DetailLimits.Long),
        }, dates) with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            ParentId = filmId,
            RootId = filmId,
            Position = OrderPlaces.At(place),
            Metadata = target.Metadata(row, OfScenes.Select(c => KeyValuePair.Create(c, row.Text(c)))),
        });
        unit.Links.Add(new LegacyLink(row.Origin, id, script, RelationshipKind.UsesScript, 0, dates.Created));
        return unit.Imported(row, "scene", id);
    }

    /// <summary>A text that stood in a row, as a file.</summary>
    internal static LegacyFile? Keep(LegacyUnit unit, string? text)
    {
        if (text is null) return null;
        var bytes = Encoding.UTF8.GetBytes(text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        unit.Texts.Add(new LegacyText(sha256, bytes));
        return new LegacyFile(sha256, bytes.Length, "text/plain", null, null, null);
    }
}
