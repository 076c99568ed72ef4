using System.Text.Json;
using Director.Domain.Common;

namespace Director.Application.Relationships;

/// <summary>The crew's own data about a link, stored as a JSON object of texts.</summary>
internal static class LinkMetadata
{
    internal const string None = "{}";

    /// <summary>Merges a patch into what is stored: a null value removes its key, a null patch everything.</summary>
    internal static Result<string> Merge(string stored, IReadOnlyDictionary<string, string?>? patch)
    {
        if (patch is null) return None;
        var merged = JsonSerializer.Deserialize<SortedDictionary<string, string>>(stored)!;
        foreach (var (key, value) in patch)
        {
            if (key.Contains('\0', StringComparison.Ordinal) || value?.Contains('\0', StringComparison.Ordinal) == true)
                return Error.Field("metadata", "metadata cannot contain a NUL character.");
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        return JsonSerializer.Serialize(merged);
    }
}
