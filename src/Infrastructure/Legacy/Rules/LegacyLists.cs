using System.Text.Json;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>Reads JSON that should have been a list of texts, or texts by name, and often is not.</summary>
internal static class LegacyLists
{
    private static readonly string[] Inside = ["url", "image_url", "src", "name", "id", "tag"];

    /// <summary>The texts of a column: of a list, of a list written into a text, of one text, of objects with an address or a name.</summary>
    internal static IReadOnlyList<string> Texts(LegacyTarget target, LegacyRow row, string column)
    {
        if (row.Value(column) is not { } value) return [];
        if (value.ValueKind is not JsonValueKind.Array) target.Notes.Add(row, "json.noList", $"{column} is {Kind(value)} where a list was meant");
        return [.. Read(value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The same without a word about what it was.</summary>
    internal static IEnumerable<string> Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(Read);
            case JsonValueKind.Object:
                var named = Inside.Select(name => value.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.String ? LegacyRow.TextOf(inner) : null).FirstOrDefault(t => t is not null);
                return named is not null ? [named] : value.EnumerateObject().SelectMany(p => Read(p.Value));
            case JsonValueKind.String when LegacyRow.TextOf(value) is { } text:
                if (Nested(text) is { } nested) return Read(nested);
                // One word after another, as people typed tags; an address has its own commas.
                return text.Contains("://", StringComparison.Ordinal) || !text.Contains(',', StringComparison.Ordinal) ? [text] : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            case JsonValueKind.Number:
                return [value.GetRawText()];
            default:
                return [];
        }
    }

    /// <summary>Texts by name of an object, its lists joined by commas, its objects as JSON.</summary>
    internal static IReadOnlyDictionary<string, string> Named(LegacyTarget target, LegacyRow row, string column)
    {
        if (row.Value(column) is not { } value) return new Dictionary<string, string>();
        if (value.ValueKind is JsonValueKind.String && LegacyRow.TextOf(value) is { } text && Nested(text) is { } nested) value = nested;
        if (value.ValueKind is not JsonValueKind.Object)
        {
            target.Notes.Add(row, "json.noObject", $"{column} is {Kind(value)} where texts by name were meant");
            return LegacyRow.TextOf(value) is { } whole ? new Dictionary<string, string> { [column] = whole } : [];
        }

        Dictionary<string, string> named = new(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var said = property.Value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.Array => string.Join(", ", property.Value.EnumerateArray().Select(LegacyRow.TextOf).Where(t => t is not null)),
                _ => LegacyRow.TextOf(property.Value),
            };
            if (!string.IsNullOrEmpty(said)) named[property.Name] = said;
        }

        return named;
    }

    private static JsonElement? Nested(string text)
    {
        if (text[0] is not ('[' or '{')) return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        _ => "true or false",
    };
}
