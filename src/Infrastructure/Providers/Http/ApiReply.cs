using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Director.Infrastructure.Providers.Http;

/// <summary>A provider's answer, read to its end. Nothing in it is trusted: what is missing or of another type is null.</summary>
internal sealed class ApiReply(HttpStatusCode status, HttpResponseHeaders headers, byte[] body, TimeProvider clock)
{
    private readonly Lazy<JsonElement?> json = new(() => Parse(body));

    internal HttpStatusCode Status { get; } = status;

    internal bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body as a JSON object; null when it is none.</summary>
    internal JsonElement? Json => json.Value;

    internal ReadOnlyMemory<byte> Body => body;

    internal string? Header(string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>How long the provider wants to be left alone, at most an hour (RFC 9110, 10.2.3: seconds or a date).</summary>
    internal TimeSpan? RetryAfter
    {
        get
        {
            var wait = headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date is { } date ? date - clock.GetUtcNow() : null);
            return wait is null ? null : TimeSpan.FromSeconds(Math.Clamp(wait.Value.TotalSeconds, 0, 3600));
        }
    }

    internal decimal? Number(string header) =>
        decimal.TryParse(Header(header), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000 ? number : null;

    /// <summary>The first of the body for a message, when it is text.</summary>
    internal string Snippet()
    {
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 300)));
        return new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Reads members of what came from outside: null for what is missing or of another type.</summary>
internal static class LooseJson
{
    internal static JsonElement? Member(this JsonElement? from, string name) => from is { } element ? element.Member(name) : null;

    internal static JsonElement? Member(this JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? found : null;

    internal static string? Text(this JsonElement? from, string name) => from.Member(name) is { ValueKind: JsonValueKind.String } text ? Blank(text.GetString()) : null;

    internal static string? Text(this JsonElement from, string name) => ((JsonElement?)from).Text(name);

    internal static long? Whole(this JsonElement? from, string name) =>
        from.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    internal static IEnumerable<JsonElement> Items(this JsonElement? from) => from is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
