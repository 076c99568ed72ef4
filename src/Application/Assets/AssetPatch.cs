using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Assets;

/// <summary>A JSON Merge Patch (RFC 7396) of an asset: what is absent stays, null removes.</summary>
public sealed record AssetPatch
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
    /// <summary>The description.</summary>
    public string? Description { get; init; }
    /// <summary>The crew's own id.</summary>
    public string? ExternalId { get; init; }
    /// <summary>The crew's own data, merged by key.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }
    /// <summary>The status.</summary>
    public string? Status { get; init; }
    /// <summary>The code; shots only.</summary>
    public string? Code { get; init; }
    /// <summary>The details, merged by field.</summary>
    public JsonElement? Details { get; init; }
    /// <summary>Favourite.</summary>
    public bool? Favorite { get; init; }
    /// <summary>0 to 5 stars.</summary>
    public int? Rating { get; init; }
    /// <summary>Circled.</summary>
    public bool? Circled { get; init; }
    /// <summary>Where it came from.</summary>
    public string? Source { get; init; }
}

/// <summary>Reads merge patches: only fields that the patch mentions become changes.</summary>
internal static class AssetPatches
{
    internal static Result<AssetChange> Read(JsonElement patch, Asset asset)
    {
        if (patch.ValueKind != JsonValueKind.Object) return Error.Field("", "A patch is a JSON object.", "input.invalid", ErrorKind.Unreadable);
        var change = new AssetChange();
        foreach (var field in patch.EnumerateObject())
        {
            var read = Read(change, field.Name, field.Value, asset);
            if (read.Error is { } refused) return refused;
            change = read.Value;
        }

        return change;
    }

    private static Result<AssetChange> Read(AssetChange change, string name, JsonElement value, Asset asset)
    {
        switch (name)
        {
            case "name": return Text(name, value).Then<AssetChange>(v => change with { Name = v });
            case "description": return Text(name, value).Then<AssetChange>(v => change with { Description = v });
            case "externalId": return Text(name, value).Then<AssetChange>(v => change with { ExternalId = v });
            case "status": return Text(name, value).Then<AssetChange>(v => change with { Status = v });
            case "code": return Text(name, value).Then<AssetChange>(v => change with { Code = v });
            case "source": return Text(name, value).Then<AssetChange>(v => change with { Source = v });
            case "favorite": return Flag(name, value).Then<AssetChange>(v => change with { Favorite = v });
            case "circled": return Flag(name, value).Then<AssetChange>(v => change with { Circled = v });
            case "rating":
                if (value.ValueKind == JsonValueKind.Null) return change with { Rating = (int?)null };
                return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var stars) ? change with { Rating = stars } : WrongType(name, "a whole number or null");
            case "metadata": return Metadata(change, value);
            case "details": return Merge(value, asset).Then<AssetChange>(v => change with { Details = v });
            default: return Error.Field(name, $"{name} is not a field that can be changed.", "input.unknownField");
        }
    }

    /// <summary>The asset's details with a merge patch applied.</summary>
    internal static Result<AssetDetails> Merge(JsonElement patch, Asset asset)
    {
        if (patch.ValueKind != JsonValueKind.Object) return WrongType("details", "an object");
        var stored = JsonNode.Parse(asset.Type.Write(asset.Details))!.AsObject();
        Apply(stored, patch);
        return asset.Type.Read(JsonSerializer.SerializeToElement(stored));
    }

    private static void Apply(JsonObject target, JsonElement patch)
    {
        foreach (var field in patch.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null) target.Remove(field.Name);
            else if (field.Value.ValueKind == JsonValueKind.Object && target[field.Name] is JsonObject inner) Apply(inner, field.Value);
            else target[field.Name] = field.Value.ValueKind == JsonValueKind.Object ? Clean(field.Value) : JsonNode.Parse(field.Value.GetRawText());
        }
    }

    private static JsonObject Clean(JsonElement patch)
    {
        var made = new JsonObject();
        Apply(made, patch);
        return made;
    }

    private static Result<AssetChange> Metadata(AssetChange change, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return change with { Metadata = new Patch<IReadOnlyDictionary<string, string?>>(true, null) };
        if (value.ValueKind != JsonValueKind.Object) return WrongType("metadata", "an object of texts");
        var entries = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return WrongType($"metadata.{entry.Name}", "a text or null");
            entries[entry.Name] = entry.Value.GetString();
        }

        return change with { Metadata = new Patch<IReadOnlyDictionary<string, string?>>(true, entries) };
    }

    private static Result<Patch<string>> Text(string name, JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? new Patch<string>(true, value.GetString()) : WrongType(name, "a text or null");

    private static Result<Patch<bool?>> Flag(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => new Patch<bool?>(true, true),
        JsonValueKind.False => new Patch<bool?>(true, false),
        JsonValueKind.Null => new Patch<bool?>(true, null),
        _ => WrongType(name, "true or false"),
    };

    private static Error WrongType(string path, string wanted) => Error.Field(path, $"{path} must be {wanted}.");
}
