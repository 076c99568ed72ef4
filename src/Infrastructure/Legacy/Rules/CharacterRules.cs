using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Relationships;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary><c>characters</c> → <c>character_ref</c>, its reference images → <c>image</c> and <c>reference_for</c>, its films → <c>uses_character</c> and <c>cast_in</c>.</summary>
internal static class CharacterRules
{
    internal const string Kind = "characters";

    private static readonly string[] Types = ["human", "animal", "robot", "creature", "alien", "fantasy", "object"];

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="films">The films of its workspace among those it says it is used in.</param>
    /// <param name="pictured">Addresses of its reference images that stand in <c>assets</c> too, by that asset's id.</param>
    /// <param name="namesakes">How many characters of other workspaces have its name.</param>
    internal static LegacyUnit Map(LegacyTarget target, LegacyRow row, IReadOnlySet<string> films, IReadOnlyDictionary<string, string> pictured, long namesakes)
    {
        var unit = new LegacyUnit();
        var id = target.Id(Kind, row.Id);
        var dates = target.Dates(row);
        var name = target.Name(row, row.Text("name"), "Unnamed character");
        if (namesakes > 0) target.Notes.Add(row, "name.sameElsewhere", $"“{name}” is the name of characters in other workspaces too; each stays in its own");
        var (details, aside) = Describe(target, row);
        unit.Assets.Add(target.Asset(row, id, name, details, dates) with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            Description = target.Clip(row, "description", row.Text("description"), AssetLimits.Description),
            Metadata = target.Metadata(row, aside),
        });
        Pictures(target, row, unit, id, name, dates, pictured);
        Films(target, row, unit, id, dates.Created, films);
        return unit.Imported(row, "character_ref", id);
    }

    private static (CharacterRefDetails Details, List<KeyValuePair<string, string?>> Aside) Describe(LegacyTarget target, LegacyRow row)
    {
        List<KeyValuePair<string, string?>> aside = [];
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        string? type = null;
        foreach (var (key, value) in LegacyLists.Named(target, row, "attributes"))
        {
            if (key == "character_type" && Types.Contains(value.ToLowerInvariant())) type = value.ToLowerInvariant();
            else if (key.Length > DetailLimits.Word || value.Length > DetailLimits.Line || attributes.Count == DetailLimits.Entries) aside.Add(new($"attributes.{key}", value));
            else attributes[key] = value;
        }

        if (attributes.TryGetValue("character_type", out var odd)) target.Notes.Add(row, "character.oddType", $"character_type “{odd}” is none of {string.Join(", ", Types)}; it was kept as an attribute");
        return (new CharacterRefDetails
        {
            CharacterType = type,
            Attributes = attributes.Count == 0 ? null : attributes,
            ConsistencyPrompt = target.Clip(row, "consistency_prompt", row.Text("consistency_prompt"), DetailLimits.Paragraph),
        }, aside);
    }

    private static void Pictures(LegacyTarget target, LegacyRow row, LegacyUnit unit, Guid id, string name, (DateTime, DateTime) dates, IReadOnlyDictionary<string, string> pictured)
    {
        var at = 0;
        foreach (var url in LegacyLists.Texts(target, row, "reference_images"))
        {
            // The same picture stands in assets as well: that row becomes the image, and is linked there.
            if (pictured.ContainsKey(url)) continue;
            var image = target.Id("characters.reference_images", $"{row.Id}\n{url}");
            var file = target.File(row, url, "image");
            unit.Assets.Add(target.Asset(row, image, $"{name} · {++at}", new ImageDetails { Width = file?.Width, Height = file?.Height }, dates) with
            {
                Media = file,
                Status = file?.Missing is null ? null : MediaRules.MissingStatus,
                Metadata = target.Metadata(row.Part(), MediaRules.About(url, file)),
            });
            unit.Links.Add(new LegacyLink(row.Origin, image, id, RelationshipKind.ReferenceFor, at - 1, dates.Item1));
        }
    }

    private static void Films(LegacyTarget target, LegacyRow row, LegacyUnit unit, Guid id, DateTime at, IReadOnlySet<string> films)
    {
        foreach (var film in LegacyLists.Texts(target, row, "projects_used"))
        {
            if (!films.Contains(film))
            {
                target.Notes.Add(row, "link.noFilm", $"projects_used names {film}, which is no film of its workspace");
                continue;
            }

            var filmId = target.Id(FilmRules.Kind, film);
            unit.Links.Add(new LegacyLink(row.Origin, filmId, id, RelationshipKind.UsesCharacter, 0, at));
            unit.Links.Add(new LegacyLink(row.Origin, id, filmId, RelationshipKind.CastIn, 0, at));
        }
    }
}
