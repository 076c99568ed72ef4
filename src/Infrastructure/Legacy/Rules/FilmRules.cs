using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Relationships;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary><c>projects</c> → collections within each other, <c>film_projects</c> → <c>film</c>, its output → <c>video</c> and <c>final_edit</c>.</summary>
internal static class FilmRules
{
    internal const string Kind = "film_projects";
    internal const string ProjectKind = "projects";

    private static readonly string[] Aside = ["video_provider", "image_provider", "audio_provider", "total_cost", "error_message", "completed_at", "shots_config", "generated_shots"];

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="parent">The project it lies in, where that is one of its workspace, and not below it, and not too deep; else null.</param>
    internal static LegacyUnit Project(LegacyTarget target, LegacyRow row, string? parent)
    {
        var id = target.Id(ProjectKind, row.Id);
        var dates = target.Dates(row);
        if (parent is null && row.Text("parent_project_id") is { } lost)
            target.Notes.Add(row, "project.toTheTop", $"it cannot lie in {lost} (not there, of another workspace, too deep, or in a circle) and lies at the top");
        if (row.Text("description") is not null) target.Notes.Add(row, "project.words", "collections have no description, status or metadata; they stay in the export");
        var unit = new LegacyUnit();
        unit.Collections.Add(new LegacyCollection(row.Origin, id, target.Name(row, row.Text("name"), "Unnamed project"), parent is null ? null : target.Id(ProjectKind, parent), dates.Created, dates.Updated));
        return unit.Imported(row, "collection", id);
    }

    /// <param name="target">Where it goes.</param>
    /// <param name="row">The row.</param>
    /// <param name="project">The project of its workspace that it belongs to.</param>
    internal static LegacyUnit Film(LegacyTarget target, LegacyRow row, string? project)
    {
        var unit = new LegacyUnit();
        var id = target.Id(Kind, row.Id);
        var dates = target.Dates(row);
        var title = target.Name(row, row.Text("title"), "Untitled film");
        if (row.Number("total_cost") is { } cost and not 0)
            target.Notes.Add(row, "film.cost", $"total_cost {cost} counted one level only and is kept as metadata; the film's cost is added up from what its parts cost");
        unit.Assets.Add(target.Asset(row, id, title, new FilmDetails
        {
            Synopsis = target.Clip(row, "description", row.Text("description"), DetailLimits.Long),
            Status = target.Clip(row, "status", row.Text("status"), DetailLimits.Word),
            Budget = row.Number("budget_limit") is >= 0 and <= 9_999_999_999_999m and var budget ? budget : null,
            FrameRate = "24",
        }, dates) with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            Status = target.Clip(row, "status", row.Text("status"), AssetLimits.Status),
            Metadata = target.Metadata(row, Aside.Select(c => KeyValuePair.Create(c, row.Text(c)))),
        });
        if (project is not null) unit.Members.Add(new LegacyMember(row.Origin, target.Id(ProjectKind, project), id));
        else if (row.Text("project_id") is { } lost) target.Notes.Add(row, "link.noProject", $"project_id {lost} is no project of its workspace");

        if (row.Text("output_path") is { } path)
        {
            var edit = target.Id("film_projects.output_path", row.Id);
            var file = target.File(row, path, "video");
            unit.Assets.Add(target.Asset(row, edit, target.Clip(row, "title", $"{title} · final edit", AssetLimits.Name)!, new VideoDetails(), dates) with
            {
                ParentId = id,
                RootId = id,
                Media = file,
                Status = file?.Missing is null ? null : MediaRules.MissingStatus,
                Metadata = target.Metadata(row.Part(), MediaRules.About(path, file)),
            });
            unit.Links.Add(new LegacyLink(row.Origin, id, edit, RelationshipKind.FinalEdit, 0, dates.Created));
        }

        return unit.Imported(row, "film", id);
    }
}
