using System.Text.Json;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Common;

/// <summary>A JSON Merge Patch (RFC 7396) of something with few and flat fields: what is absent stays, null removes.</summary>
internal readonly struct MergePatch
{
    private readonly JsonElement patch;

    private MergePatch(JsonElement patch) => this.patch = patch;

    /// <summary>Takes a patch that mentions nothing but <paramref name="fields"/>.</summary>
    internal static Result<MergePatch> Read(JsonElement patch, params ReadOnlySpan<string> fields)
    {
        if (patch.ValueKind != JsonValueKind.Object) return Error.Field("", "A patch is a JSON object.", "input.invalid", ErrorKind.Unreadable);
        foreach (var field in patch.EnumerateObject())
        {
            if (!fields.Contains(field.Name)) return Error.Field(field.Name, $"{field.Name} is not a field that can be changed.", "input.unknownField");
        }

        return new MergePatch(patch);
    }

    /// <summary>A text or null.</summary>
    internal Result<Patch<string>> Text(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<string>)
        : value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? new Patch<string>(true, value.GetString())
        : WrongType(name, "a text or null");

    /// <summary>An id or null.</summary>
    internal Result<Patch<Guid?>> Id(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<Guid?>)
        : value.ValueKind is JsonValueKind.Null ? new Patch<Guid?>(true, null)
        : value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id) ? new Patch<Guid?>(true, id)
        : WrongType(name, "an id or null");

    /// <summary>A whole number; it cannot be removed.</summary>
    internal Result<Patch<int?>> Number(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<int?>)
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? new Patch<int?>(true, number)
        : WrongType(name, "a whole number");

    /// <summary>An object of texts; null entries remove their key, null removes all.</summary>
    internal Result<Patch<IReadOnlyDictionary<string, string?>>> Texts(string name)
    {
        if (!patch.TryGetProperty(name, out var value)) return default(Patch<IReadOnlyDictionary<string, string?>>);
        if (value.ValueKind is JsonValueKind.Null) return new Patch<IReadOnlyDictionary<string, string?>>(true, null);
        if (value.ValueKind is not JsonValueKind.Object) return WrongType(name, "an object of texts");
        var entries = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return WrongType($"{name}.{entry.Name}", "a text or null");
            entries[entry.Name] = entry.Value.GetString();
        }

        return new Patch<IReadOnlyDictionary<string, string?>>(true, entries);
    }

    private static Error WrongType(string path, string wanted) => Error.Field(path, $"{path} must be {wanted}.");
}
