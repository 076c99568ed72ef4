using System.Text.Json;
using Director.Domain.Assets;
using Director.Infrastructure.Legacy.Report;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>Where rows go, and what the rules need to know about it: the workspace, the files that came along, and who is told what was mended.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Fallback">When rows without a date were made: when the source was read.</param>
/// <param name="Files">The files of the rows at hand, by the path or address they name.</param>
/// <param name="Notes">Hears what was not as it should be.</param>
internal sealed record LegacyTarget(Guid Workspace, DateTime Fallback, IReadOnlyDictionary<string, LegacyFile> Files, LegacyNotes Notes)
{
    internal Guid Id(string kind, string formerId) => LegacyIds.Of(Workspace, kind, formerId);

    /// <summary>When a row was made and last changed.</summary>
    internal (DateTime Created, DateTime Updated) Dates(LegacyRow row)
    {
        var created = row.Moment("created_at", out var bare);
        if (bare) Notes.Add(row, "date.noZone", "created_at has no zone and was taken as UTC");
        if (created is null) Notes.Add(row, "date.none", "created_at is absent; the time of the export stands instead");
        var from = created ?? Fallback;
        return (from, row.Moment("updated_at", out _) is { } updated && updated >= from ? updated : from);
    }

    /// <summary>A name that fits.</summary>
    internal string Name(LegacyRow row, string? text, string otherwise)
    {
        text = text?.ReplaceLineEndings(" ").Trim();
        if (string.IsNullOrEmpty(text))
        {
            Notes.Add(row, "name.none", $"it has no name and is called “{otherwise}”");
            return otherwise;
        }

        return Clip(row, "name", text, AssetLimits.Name)!;
    }

    /// <summary>A text that fits; what is cut off stays in the export, and the report says so.</summary>
    internal string? Clip(LegacyRow row, string column, string? text, int limit)
    {
        if (text is null || text.Length <= limit) return text;
        Notes.Add(row, "text.cut", $"{column} has {text.Length} characters; the first {limit} were taken");
        var end = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        return text[..end].TrimEnd();
    }

    /// <summary>An amount in US dollars, which the former system reckoned in.</summary>
    internal decimal? Cost(LegacyRow row, string column)
    {
        if (row.Number(column) is not { } amount || amount == 0) return null;
        if (amount is > 0 and < 9_999_999_999_999m) return decimal.Round(amount, 6);
        Notes.Add(row, "number.odd", $"{column} is {amount}, which is no cost");
        return null;
    }

    /// <summary>The file of a path or address.</summary>
    internal LegacyFile? File(LegacyRow row, string? reference, string kind)
    {
        if (reference is null) return null;
        var file = Files.GetValueOrDefault(reference) ?? new LegacyFile(null, 0, null, null, null, "the export does not list it");
        if (file.Missing is null && (file.ContentType is null || !Fits(file.ContentType, kind)))
            file = file with { Missing = $"the file is no {kind} but {file.ContentType ?? "of an unknown format"}", Sha256 = null };
        if (file.Missing is { } missing) Notes.Add(row, "media.missing", $"{reference}: missing media, {missing}");
        return file;
    }

    /// <summary>The details as they are stored. Rules cut what is too long; what still does not fit is left out and said, because only valid details are stored.</summary>
    internal string Details<T>(LegacyRow row, T details) where T : AssetDetails, new()
    {
        if (details.Faults is not { Count: > 0 } faults) return AssetTypes.Of<T>().Write(details);
        Notes.Add(row, "details.odd", $"{faults[0].Path}: {faults[0].Reason}");
        return AssetTypes.Of<T>().Write(new T());
    }

    /// <summary>An asset that is made of a row, with what all of them have.</summary>
    internal LegacyAsset Asset<T>(LegacyRow row, Guid id, string name, T details, (DateTime Created, DateTime Updated) dates) where T : AssetDetails, new() => new()
    {
        Origin = row.Origin,
        Id = id,
        Type = AssetTypes.Of<T>().Slug,
        Name = name,
        Details = Details(row, details),
        DetailsVersion = AssetTypes.Of<T>().DetailsVersion,
        CreatedAt = dates.Created,
        UpdatedAt = dates.Updated,
    };

    /// <summary>Columns that have no place of their own, as the asset's metadata.</summary>
    internal string Metadata(LegacyRow row, IEnumerable<KeyValuePair<string, string?>> values)
    {
        SortedDictionary<string, string> kept = new(StringComparer.Ordinal);
        var room = AssetLimits.MetadataBytes - 512;
        var extra = row.Extra is { } e ? e.EnumerateObject().Where(p => p.Value.ValueKind is not JsonValueKind.Null).Select(p => KeyValuePair.Create(p.Name, LegacyRow.TextOf(p.Value))) : [];
        foreach (var (key, value) in values.Concat(extra))
        {
            if (value is null) continue;
            var bytes = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [key] = value }).Length;
            if (bytes > room)
            {
                Notes.Add(row, "text.aside", $"{key} is too long to be kept beside the asset and stays in the export");
                continue;
            }

            room -= bytes;
            kept[key] = value;
        }

        return JsonSerializer.Serialize(kept);
    }

    private static bool Fits(string contentType, string kind) => kind switch
    {
        "text" => contentType is "text/plain" or "application/pdf",
        _ => contentType.StartsWith(kind + "/", StringComparison.Ordinal),
    };
}
