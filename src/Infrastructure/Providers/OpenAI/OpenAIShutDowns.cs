using System.Globalization;
using System.Text.Json;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.OpenAI;

/// <summary>When models are taken away, as the provider's own list says it.</summary>
internal static class OpenAIShutDowns
{
    internal static IReadOnlyDictionary<string, DateOnly> Of(ApiReply models)
    {
        var found = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var model in models.Json.Member("data").Items())
        {
            if (model.Text("id") is { } id && model.Member("shutdown_date") is { } end && Date(end) is { } date) found[id] = date;
        }

        return found;
    }

    /// <summary>A date, or seconds since 1970 as the list's other times are.</summary>
    private static DateOnly? Date(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => DateOnly.FromDateTime(at.UtcDateTime),
        JsonValueKind.Number when value.TryGetInt64(out var seconds) && seconds is > 0 and < 10_000_000_000 => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime),
        _ => null,
    };
}
