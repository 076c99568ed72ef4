using System.Text.Json;

namespace Director.Api.FunctionalTests.Backup;

/// <summary>Compares what two versions answer.</summary>
internal static class Likeness
{
    /// <summary>Where a later answer lacks or contradicts an earlier one; members that only the later one has are its own affair.</summary>
    internal static IEnumerable<string> Losses(JsonElement earlier, JsonElement later, string at = "$")
    {
        if (earlier.ValueKind != later.ValueKind) return [$"{at}: {earlier} became {later}"];
        return earlier.ValueKind switch
        {
            JsonValueKind.Object => earlier.EnumerateObject().SelectMany(member => later.TryGetProperty(member.Name, out var kept)
                ? Losses(member.Value, kept, $"{at}.{member.Name}")
                : [$"{at}.{member.Name} is gone"]),
            JsonValueKind.Array when earlier.GetArrayLength() != later.GetArrayLength() => [$"{at}: {earlier.GetArrayLength()} became {later.GetArrayLength()}"],
            JsonValueKind.Array => earlier.EnumerateArray().Zip(later.EnumerateArray()).SelectMany((pair, index) => Losses(pair.First, pair.Second, $"{at}[{index}]")),
            _ => earlier.ToString() == later.ToString() ? [] : [$"{at}: {earlier} became {later}"],
        };
    }
}
