using System.Globalization;
using System.Text.Json;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>One row of the former system. Reading a value never fails: what is not of its kind is as if it were absent.</summary>
internal sealed class LegacyRow(string table, string id, long line, JsonElement row, JsonElement? extra = null)
{
    internal string Table { get; } = table;
    internal string Id { get; } = id;
    internal long Line { get; } = line;

    /// <summary>The columns that are not understood.</summary>
    internal JsonElement? Extra { get; } = extra;

    /// <summary>The row for things it has several of: what is kept aside stays with the first.</summary>
    internal LegacyRow Part() => new(Table, Id, Line, row);

    /// <summary>Which row this is, for what is made of it.</summary>
    internal string Origin => OriginOf(Table, Id);

    internal static string OriginOf(string table, string id) => $"{table}/{id}";

    internal static LegacyRow Read(string table, string id, long line, string text)
    {
        var root = JsonSerializer.Deserialize<JsonElement>(text);
        return new LegacyRow(table, id, line, root.GetProperty("row"), root.TryGetProperty("extra", out var extra) && extra.ValueKind is JsonValueKind.Object ? extra : null);
    }

    /// <summary>The value as it stands; null when absent or null.</summary>
    internal JsonElement? Value(string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    /// <summary>A text without surrounding blanks; null when there is none.</summary>
    internal string? Text(string column) => Value(column) is { } value ? TextOf(value) : null;

    internal static string? TextOf(JsonElement value)
    {
        string text;
        try
        {
            text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which json columns let through.
            text = value.GetRawText().Trim('"');
        }

        text = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    internal decimal? Number(string column) => Value(column) switch
    {
        { ValueKind: JsonValueKind.Number } n when n.TryGetDecimal(out var d) => d,
        { ValueKind: JsonValueKind.String } s when decimal.TryParse(TextOf(s), NumberStyles.Float, CultureInfo.InvariantCulture, out var d) => d,
        _ => null,
    };

    internal int? Whole(string column) => Number(column) is { } n && n >= int.MinValue && n <= int.MaxValue ? (int)n : null;

    internal bool Flag(string column) => Value(column) is { ValueKind: JsonValueKind.True };

    /// <summary>A moment; without a zone it is UTC, as the former system wrote it.</summary>
    internal DateTime? Moment(string column, out bool withoutZone)
    {
        withoutZone = false;
        if (Text(column) is not { Length: >= 10 } text
            || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) return null;
        var time = text[10..];
        withoutZone = !time.EndsWith('Z') && !time.Contains('+', StringComparison.Ordinal) && !time.Contains('-', StringComparison.Ordinal);
        // The database keeps microseconds.
        return new DateTime(moment.Ticks / 10 * 10, DateTimeKind.Utc);
    }
}
