using System.Text.Json;
using Director.Application.Interchange.Cuts;
using Director.Domain.Films;

namespace Director.Infrastructure.Interchange.Otio;

/// <summary>The pieces every OTIO object is made of.</summary>
internal sealed class OtioJson(Utf8JsonWriter json)
{
    /// <summary>Opens an object of a schema; the caller closes it.</summary>
    public void Start(string schema, string name, string? property = null)
    {
        if (property is null) json.WriteStartObject();
        else json.WriteStartObject(property);
        json.WriteString("OTIO_SCHEMA", schema);
        json.WriteString("name", name);
    }

    /// <summary>What a track or stack has besides its children.</summary>
    public void Composition()
    {
        Metadata(null, null);
        json.WriteNull("source_range");
        Item([], default);
    }

    public void Item(IReadOnlyList<CutMarker> markers, FrameRate rate)
    {
        json.WriteBoolean("enabled", true);
        json.WriteStartArray("effects");
        json.WriteEndArray();
        json.WriteStartArray("markers");
        foreach (var marker in markers)
        {
            Start("Marker.2", marker.Name);
            json.WriteString("color", marker.Color);
            json.WriteString("comment", marker.Comment);
            Range("marked_range", marker.StartFrame, marker.DurationFrames, rate);
            Metadata(null, null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void EndReference(IReadOnlyDictionary<string, string>? metadata, FrameRate? rate, params ReadOnlySpan<(string Key, string? Value)> more)
    {
        Metadata(metadata, rate, more);
        json.WriteNull("available_image_bounds");
        json.WriteEndObject();
    }

    /// <summary>Everything of ours, under "director", so that it cannot meet what other tools write.</summary>
    public void Metadata(IReadOnlyDictionary<string, string>? values, FrameRate? rate, params ReadOnlySpan<(string Key, string? Value)> more)
    {
        json.WriteStartObject("metadata");
        if (values is { Count: > 0 } || rate is not null || more.Length > 0)
        {
            json.WriteStartObject("director");
            foreach (var (key, value) in more)
            {
                if (value is not null && values?.ContainsKey(key) != true) json.WriteString(key, value);
            }

            foreach (var (key, value) in values?.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>())
            {
                if (key != "rate") json.WriteString(key, value);
            }

            if (rate is { } exact)
            {
                json.WriteStartObject("rate");
                json.WriteNumber("numerator", exact.Numerator);
                json.WriteNumber("denominator", exact.Denominator);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public void Range(string property, long start, long duration, FrameRate rate)
    {
        json.WriteStartObject(property);
        json.WriteString("OTIO_SCHEMA", "TimeRange.1");
        Time("start_time", start, rate);
        Time("duration", duration, rate);
        json.WriteEndObject();
    }

    public void Time(string property, long frames, FrameRate rate)
    {
        json.WriteStartObject(property);
        json.WriteString("OTIO_SCHEMA", "RationalTime.1");
        json.WriteNumber("rate", rate.ToDouble());
        json.WriteNumber("value", frames);
        json.WriteEndObject();
    }

    /// <summary>A relative path as a relative URL: what a URL may not hold is escaped, slashes stay. Absolute addresses pass as they are.</summary>
    public static string Url(string path) => path.Contains("://", StringComparison.Ordinal)
        ? path
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
