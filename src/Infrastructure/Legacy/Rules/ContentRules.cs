using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Notes;
using Director.Domain.Relationships;
using Director.Domain.Tags;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary><c>content_items</c> → <c>text</c> with source and languages, <c>processing_jobs</c> → derived <c>text</c>, <c>generation_notes</c> → notes, <c>tags</c> and <c>content_tags</c> → tags.</summary>
internal static class ContentRules
{
    internal const string Kind = "content_items";
    internal const string JobKind = "processing_jobs";
    internal const string NoteKind = "generation_notes";

    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal) { ["pdf_url"] = "pdf", ["pdf_file"] = "pdf", ["youtube"] = "youtube", ["web"] = "web" };

    private static readonly string[] OfJobs = ["processing_type", "status", "user_prompt", "error_message", "result_path"];

    internal static LegacyUnit Content(LegacyTarget target, LegacyRow row)
    {
        var unit = new LegacyUnit();
        var id = target.Id(Kind, row.Id);
        var dates = target.Dates(row);
        var language = row.Text("detected_language");
        var about = LegacyLists.Named(target, row, "content_metadata");
        var url = row.Text("source_url");
        var name = target.Name(row, about.GetValueOrDefault("title") ?? url ?? row.Text("file_reference"), "Untitled text");
        var file = target.File(row, row.Text("extracted_text_path"), "text");
        var details = new TextDetails { Language = target.Clip(row, "detected_language", language, DetailLimits.Word), SourceUrl = MediaRules.Url(url), SourceKind = row.Text("source_type") is { } kind ? Sources.GetValueOrDefault(kind, "upload") : null };
        unit.Assets.Add(target.Asset(row, id, name, details, dates) with
        {
            ExternalId = row.Id,
            Media = file,
            Status = file is { Missing: null } ? target.Clip(row, "processing_status", row.Text("processing_status"), AssetLimits.Status) : MediaRules.MissingStatus,
            Metadata = target.Metadata(row, about.Select(a => KeyValuePair.Create($"content.{a.Key}", (string?)a.Value)).Concat(
            [
                new("source_type", row.Text("source_type")), new("content_hash", row.Text("content_hash")), new("file_reference", row.Text("file_reference")),
                new("error_message", row.Text("error_message")), new("processing_status", row.Text("processing_status")), new("missingMedia", file is null ? "no path" : file.Missing),
            ])),
        });
        foreach (var (other, path) in LegacyLists.Named(target, row, "extracted_text_paths"))
        {
            if (path == row.Text("extracted_text_path")) continue;
            var translation = target.Id("content_items.extracted_text_paths", $"{row.Id}\n{other}");
            var text = target.File(row, path, "text");
            unit.Assets.Add(target.Asset(row, translation, target.Clip(row, "name", $"{name} ({other})", AssetLimits.Name)!, details with { Language = target.Clip(row, "language", other, DetailLimits.Word) }, dates) with
            {
                Media = text,
                Status = text is { Missing: null } ? null : MediaRules.MissingStatus,
                Metadata = target.Metadata(row.Part(), [new("missingMedia", text?.Missing)]),
            });
            unit.Links.Add(new LegacyLink(row.Origin, translation, id, RelationshipKind.VariantOf, 0, dates.Created));
        }

        return unit.Imported(row, "text", id);
    }

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="content">Whether the text it was made from is in the export.</param>
    internal static LegacyUnit Job(LegacyTarget target, LegacyRow row, bool content)
    {
        var unit = new LegacyUnit();
        var id = target.Id(JobKind, row.Id);
        var dates = target.Dates(row);
        var file = target.File(row, row.Text("result_path"), "text");
        unit.Assets.Add(target.Asset(row, id, (row.Text("processing_type") ?? "result").Replace('_', ' '), new TextDetails { Language = target.Clip(row, "output_language", row.Text("output_language"), DetailLimits.Word) }, dates) with
        {
            ExternalId = row.Id,
            Media = file,
            Status = file is { Missing: null } ? target.Clip(row, "status", row.Text("status"), AssetLimits.Status) : MediaRules.MissingStatus,
            Metadata = target.Metadata(row, OfJobs.Select(c => KeyValuePair.Create(c, row.Text(c)))),
        });
        if (content) unit.Links.Add(new LegacyLink(row.Origin, id, target.Id(Kind, row.Text("content_id")!), RelationshipKind.GeneratedFrom, 0, dates.Created));
        else target.Notes.Add(row, "link.noContent", $"content_id {row.Text("content_id") ?? "is absent"}: the text it was made from is not there");
        return unit.Imported(row, "text", id);
    }

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="take">The former id of the newest take of the shot it is about; null: there is none.</param>
    /// <param name="about">What it is about where there is no take: the asset and its film.</param>
    internal static LegacyUnit Note(LegacyTarget target, LegacyRow row, string? take, (Guid Asset, Guid? Film, bool Shot)? about)
    {
        var unit = new LegacyUnit();
        var (at, _) = target.Dates(row);
        var words = row.Text("note");
        if (words is null) return unit.Refused(row, "it has no words");
        var id = target.Id(NoteKind, row.Id);
        if (take is not null)
        {
            unit.Notes.Add(new LegacyNote(row.Origin, id, target.Id(TakeRules.Kind, take), target.Clip(row, "note", words, Domain.Notes.Note.MaxText)!, $"user {row.Text("user_id") ?? "unknown"}", at));
            return unit.Imported(row, "note", id);
        }

        if (about is not { } asset) return unit.Refused(row, $"{row.Text("generation_table")} {row.Text("generation_id")}, which it is about, is not in the export");
        target.Notes.Add(row, "note.asText", "what it is about has no take; the note is a text beside it");
        unit.Assets.Add(target.Asset(row, id, "Note", new TextDetails { SourceKind = "note" }, (at, at)) with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            Description = target.Clip(row, "note", words, AssetLimits.Description),
            ParentId = asset.Shot ? asset.Asset : null,
            RootId = asset.Shot ? asset.Film : null,
            Metadata = target.Metadata(row, [new("user_id", row.Text("user_id"))]),
        });
        unit.Links.Add(new LegacyLink(row.Origin, id, asset.Asset, RelationshipKind.DerivedFrom, 0, at));
        return unit.Imported(row, "text", id);
    }

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="first">The tag of the same word in another spelling that comes before it; null: this one is the first.</param>
    internal static LegacyUnit Tagging(LegacyTarget target, LegacyRow row, string? first)
    {
        var unit = new LegacyUnit();
        if (WordOf(target, row) is not { } word) return unit.Refused(row, "it has no name");
        var id = TagId(target.Workspace, word);
        if (first is not null) return unit.Merged(row, "tag", id, $"“{first}” is the same word");
        unit.Tags.Add(new LegacyTag(row.Origin, word, null, target.Dates(row).Created));
        return unit.Imported(row, "tag", id);
    }

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="tag">The tag's row, where it is in the export.</param>
    /// <param name="content">Whether the text is in the export.</param>
    internal static LegacyUnit Tagged(LegacyTarget target, LegacyRow row, LegacyRow? tag, bool content)
    {
        var unit = new LegacyUnit();
        if (tag is null || WordOf(target, tag) is not { } word) return unit.Refused(row, $"its tag {row.Text("tag_id")} is not in the export");
        if (!content) return unit.Refused(row, $"its text {row.Text("content_id")} is not in the export");
        var asset = target.Id(Kind, row.Text("content_id")!);
        unit.Tags.Add(new LegacyTag(row.Origin, word, asset, target.Dates(row).Created));
        return unit.Merged(row, "text", asset, $"the tag “{word}” of the text");
    }

    /// <summary>A tag is its word, whatever it was called before.</summary>
    internal static Guid TagId(Guid workspace, string word) => LegacyIds.Of(workspace, "tag", word.ToLowerInvariant());

    private static string? WordOf(LegacyTarget target, LegacyRow tag) =>
        tag.Text("name") is { } name ? target.Clip(tag, "name", name.ReplaceLineEndings(" "), Tag.MaxName) : null;
}
