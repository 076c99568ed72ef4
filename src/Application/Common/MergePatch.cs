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

    /// <summary>A whole number of any size, or null.</summary>
    internal Result<Patch<long?>> Whole(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<long?>)
        : value.ValueKind is JsonValueKind.Null ? new Patch<long?>(true, null)
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? new Patch<long?>(true, number)
        : WrongType(name, "a whole number or null");

    /// <summary>A whole number or null.</summary>
    internal Result<Patch<int?>> NumberOrNull(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<int?>)
        : value.ValueKind is JsonValueKind.Null ? new Patch<int?>(true, null)
        : value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? new Patch<int?>(true, number)
        : WrongType(name, "a whole number or null");

    /// <summary>An amount or null.</summary>
    internal Result<Patch<decimal?>> Amount(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<decimal?>)
        : value.ValueKind is JsonValueKind.Null ? new Patch<decimal?>(true, null)
        : value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var amount) ? new Patch<decimal?>(true, amount)
        : WrongType(name, "an amount or null");

    /// <summary>A moment or null.</summary>
    internal Result<Patch<DateTimeOffset?>> Moment(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<DateTimeOffset?>)
        : value.ValueKind is JsonValueKind.Null ? new Patch<DateTimeOffset?>(true, null)
        : value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var at) ? new Patch<DateTimeOffset?>(true, at.ToUniversalTime())
        : WrongType(name, "a moment (ISO 8601) or null");

    /// <summary>True or false; it cannot be removed.</summary>
    internal Result<Patch<bool>> Flag(string name) =>
        !patch.TryGetProperty(name, out var value) ? default(Patch<bool>)
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? new Patch<bool>(true, value.GetBoolean())
        : WrongType(name, "true or false");

    /// <summary>Any JSON as its text; null removes.</summary>
    internal Patch<string> Json(string name) =>
        !patch.TryGetProperty(name, out var value) ? default : new Patch<string>(true, value.ValueKind is JsonValueKind.Null ? null : value.GetRawText());

    /// <summary>A patch within the patch, of nothing but <paramref name="fields"/>; empty when it is not mentioned.</summary>
    internal Result<MergePatch> Within(string name, params ReadOnlySpan<string> fields)
    {
        if (!patch.TryGetProperty(name, out var value)) return new MergePatch(JsonDocument.Parse("{}").RootElement);
        if (value.ValueKind is not JsonValueKind.Object) return WrongType(name, "an object");
        var inner = Read(value, fields);
        return inner.Error is { } refused ? refused.Below(name) : inner;
    }

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
