using System.Text.Json;
using System.Text.Json.Nodes;

namespace Director.Application.Events;

/// <summary>One field that an event changed. Details and metadata count field by field: two people who change different ones are not in each other's way.</summary>
/// <param name="Field">The recorded field.</param>
/// <param name="Key">The field within details or metadata; null for all others.</param>
/// <param name="Before">What it was; null also when it was not there.</param>
/// <param name="After">What it was left as.</param>
internal sealed record FieldChange(string Field, string? Key, JsonNode? Before, JsonNode? After)
{
    private static readonly HashSet<string> ByKey = ["details", "metadata"];

    /// <summary>As a problem names it.</summary>
    internal string Path => Key is null ? Field : $"{Field}.{Key}";

    /// <summary>Everything an event changed.</summary>
    internal static IReadOnlyList<FieldChange> Of(RecordedEvent happened) => [.. Between(Object(happened.Before), Object(happened.After))];

    /// <summary>What this field is within a thing's recorded fields.</summary>
    internal JsonNode? In(JsonObject fields) => Key is null ? fields[Field] : (fields[Field] as JsonObject)?[Key];

    /// <summary>Whether two recorded values are the same, however their JSON was written.</summary>
    internal static bool Same(JsonNode? one, JsonNode? other) =>
        one is null || other is null ? one is null && other is null
        : JsonElement.DeepEquals(JsonSerializer.SerializeToElement(one), JsonSerializer.SerializeToElement(other));

    /// <summary>A recorded side of an event as an object of its own.</summary>
    internal static JsonObject Object(JsonElement? side) => side is { ValueKind: JsonValueKind.Object } fields ? JsonObject.Create(fields.Clone())! : [];

    /// <summary>The merge patch (RFC 7396) that turns <paramref name="now"/> into <paramref name="wanted"/>.</summary>
    internal static JsonNode? MergePatch(JsonNode? now, JsonNode? wanted)
    {
        if (now is not JsonObject from || wanted is not JsonObject to) return wanted?.DeepClone();
        var patch = new JsonObject();
        foreach (var name in from.Select(f => f.Key).Union(to.Select(f => f.Key)))
        {
            if (!Same(from[name], to[name])) patch[name] = MergePatch(from[name], to[name]);
        }

        return patch;
    }

    private static IEnumerable<FieldChange> Between(JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(f => f.Key).Union(after.Select(f => f.Key)))
        {
            if (!ByKey.Contains(name))
            {
                yield return new FieldChange(name, null, before[name], after[name]);
                continue;
            }

            var (was, left) = (before[name] as JsonObject ?? [], after[name] as JsonObject ?? []);
            foreach (var key in was.Select(f => f.Key).Union(left.Select(f => f.Key)))
            {
                if (!Same(was[key], left[key])) yield return new FieldChange(name, key, was[key], left[key]);
            }
        }
    }
}
