using System.Text.Json;
using Director.Domain.Assets;

namespace Director.Application.Tags;

/// <summary>How the record keeps what carried a tag, so that a tag that comes back comes back to it.</summary>
internal static class TagRecord
{
    internal const string Assets = "assets";

    internal static JsonElement Of(IReadOnlyCollection<AssetId> carriers) =>
        JsonSerializer.SerializeToElement(new Dictionary<string, IEnumerable<Guid>> { [Assets] = carriers.Select(a => a.Value) });
}
