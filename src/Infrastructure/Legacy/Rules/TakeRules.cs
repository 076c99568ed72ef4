using Director.Domain.Assets;
using Director.Domain.Assets.Types;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>One row of <c>film_shots</c> → a <c>shot_take</c> with its <c>video</c>, <c>image</c> and <c>audio</c>; status and review → verdict and note.</summary>
internal static class TakeRules
{
    internal const string Kind = "film_shots";

    private static readonly Dictionary<string, string> Verdicts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["approved"] = Verdict.Approved, ["rejected"] = Verdict.Rejected, ["needs_revision"] = Verdict.NeedsRevision,
    };

    private static readonly string[] WithoutVerdict = ["completed", "generating", "pending"];

    internal static LegacyAsset Map(LegacyTarget target, LegacyUnit unit, LegacyRow row, LegacyRow? review, Guid shot, Guid film, int number)
    {
        var id = target.Id(Kind, row.Id);
        var dates = target.Dates(row);
        var verdict = VerdictOf(target, row, review);
        List<LegacyAsset> outputs = [];
        foreach (var (column, type) in new[] { ("video_url", "video"), ("image_url", "image"), ("audio_url", "audio") })
        {
            if (row.Text(column) is { } url) outputs.Add(Output(target, row, url, column, type, id, film, number, outputs.Count, dates));
        }

        if (outputs.Count == 0) target.Notes.Add(row, "media.none", "it has no video, image or audio; the take has no file");
        // What was seen is the take's main output; what is gone cannot be.
        var main = outputs.Where(o => o.Type != "audio").FirstOrDefault(o => o.Media is { Missing: null }) ?? outputs.FirstOrDefault();
        var take = target.Asset(row, id, $"Take {number}", new ShotTakeDetails
        {
            Source = "generated",
            Recipe = row.Text("prompt") is { } prompt ? new TakeRecipe { Prompt = target.Clip(row, "prompt", prompt, DetailLimits.Paragraph) } : null,
            DirectorNotes = review is null ? null : target.Clip(review, "notes", review.Text("notes"), DetailLimits.Paragraph),
        }, dates) with
        {
            ExternalId = target.Clip(row, "id", row.Id, AssetLimits.ExternalId),
            ParentId = shot,
            RootId = film,
            Position = OrderPlaces.At(number - 1),
            Number = number,
            Verdict = verdict,
            SelectedChildId = main?.Id,
            SelectedAt = main is null ? null : dates.Created,
            Media = main?.Media,
            Metadata = target.Metadata(row,
            [
                new("status", row.Text("status")), new("shot_id", row.Text("shot_id")), new("thumbnail_url", row.Text("thumbnail_url")), new("duration", row.Text("duration")),
                new("sequence_order", row.Text("sequence_order")), new("reviewer", review?.Text("reviewer")), new("reviewed_at", review?.Text("reviewed_at")),
            ]),
        };
        unit.Assets.Add(take);
        unit.Assets.AddRange(outputs);
        unit.Imported(row, "shot_take", id);
        if (review is not null) unit.Merged(review, "shot_take", id, $"the review of take {row.Id}");
        return take;
    }

    private static LegacyAsset Output(
        LegacyTarget target, LegacyRow row, string url, string column, string type, Guid take, Guid film, int number, int place, (DateTime, DateTime) dates)
    {
        var file = target.File(row, url, type);
        var id = target.Id($"{Kind}.{column}", row.Id);
        var name = $"Take {number} · {type}";
        var made = type switch
        {
            "video" => target.Asset(row, id, name, new VideoDetails(), dates),
            "image" => target.Asset(row, id, name, new ImageDetails { Width = file?.Width, Height = file?.Height }, dates),
            _ => target.Asset(row, id, name, new AudioDetails(), dates),
        };
        return made with
        {
            ParentId = take,
            RootId = film,
            Position = OrderPlaces.At(place),
            Media = file,
            Status = file?.Missing is null ? null : MediaRules.MissingStatus,
            Metadata = target.Metadata(row.Part(), MediaRules.About(url, file)),
        };
    }

    private static string? VerdictOf(LegacyTarget target, LegacyRow row, LegacyRow? review)
    {
        var said = review?.Text("status") ?? row.Text("status");
        if (said is null || Verdicts.TryGetValue(said, out var verdict) is false)
        {
            if (said is not null && !WithoutVerdict.Contains(said, StringComparer.OrdinalIgnoreCase)) target.Notes.Add(review ?? row, "verdict.odd", $"“{said}” is no verdict and was kept as metadata");
            return null;
        }

        return verdict;
    }
}
