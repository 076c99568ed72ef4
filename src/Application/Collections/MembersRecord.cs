using System.Security.Cryptography;
using System.Text.Json;
using Director.Domain.Assets;

namespace Director.Application.Collections;

/// <summary>
/// One side of a change of members, as the record keeps it: the count, only those that are on this side alone, and where they stood. A list of
/// ten thousand that gains one is a short record; only when the others changed their order too is the whole order kept.
/// </summary>
/// <param name="MemberCount">How many there are on this side.</param>
/// <param name="Members">Those that are on this side alone, in order.</param>
/// <param name="Places">Where each of them stands, from 0.</param>
/// <param name="Order">Everybody in order, when what is on both sides changed its order; else null.</param>
/// <param name="Fingerprint">Of the whole list: two lists with the same are the same.</param>
internal sealed record MembersRecord(int MemberCount, IReadOnlyList<Guid> Members, IReadOnlyList<int> Places, IReadOnlyList<Guid>? Order, string Fingerprint)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>One side of a change to or from another list.</summary>
    internal static MembersRecord Of(IReadOnlyList<AssetId> side, IReadOnlyList<AssetId> other)
    {
        var (here, there) = (side.ToHashSet(), other.ToHashSet());
        var places = Enumerable.Range(0, side.Count).Where(i => !there.Contains(side[i])).ToList();
        var sameOrder = side.Where(there.Contains).SequenceEqual(other.Where(here.Contains));
        return new MembersRecord(side.Count, [.. places.Select(i => side[i].Value)], places, sameOrder ? null : [.. side.Select(a => a.Value)], FingerprintOf(side));
    }

    /// <summary>Reads a side of a recorded event; null when it says nothing of members.</summary>
    internal static MembersRecord? Read(JsonElement? side) =>
        side is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("fingerprint", out _) ? given.Deserialize<MembersRecord>(Written) : null;

    /// <summary>Tells lists apart.</summary>
    internal static string FingerprintOf(IEnumerable<AssetId> members) =>
        Convert.ToHexStringLower(SHA256.HashData([.. members.SelectMany(m => m.Value.ToByteArray())]))[..32];

    /// <summary>The list of this side, from the list of the other.</summary>
    internal IReadOnlyList<AssetId> From(IReadOnlyList<AssetId> now, MembersRecord other)
    {
        if (Order is { } order) return [.. order.Select(id => new AssetId(id))];
        var gone = other.Members.ToHashSet();
        var list = now.Where(m => !gone.Contains(m.Value)).ToList();
        for (var i = 0; i < Members.Count; i++) list.Insert(Math.Min(Places[i], list.Count), new AssetId(Members[i]));
        return list;
    }

    internal JsonElement Json() => JsonSerializer.SerializeToElement(this, Written);
}
