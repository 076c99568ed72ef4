using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Tags;

namespace Director.Application.Tags;

/// <summary>Gives assets exactly these tags, making the ones that the workspace does not know yet.</summary>
internal sealed class Tagging(ITagRepository tags, IActivityLog log, ICaller caller, IIdSource ids, TimeProvider clock)
{
    /// <summary>Sets the tags of an asset that is loaded and locked.</summary>
    /// <returns>Whether anything changed.</returns>
    internal async Task<Result<bool>> SetAsync(Asset asset, IReadOnlyList<string> names, CancellationToken ct)
    {
        var wanted = names.Select(n => n?.Trim() ?? "").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (wanted.Count > Tag.MaxPerAsset) return Error.Field("tags", $"An asset has at most {Tag.MaxPerAsset} tags.");
        var made = new List<Tag>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var tag = Tag.Create(caller.Workspace(), new TagId(ids.Next()), wanted[i], null, null, caller.Stamp(clock));
            if (tag.Error is { } refused) return Error.Field($"tags[{i}]", refused.Message);
            made.Add(tag.Value);
        }

        var target = (await tags.FindOrAddAsync(made, ct)).ToDictionary(t => t.Id);
        var links = (await tags.OfAssetAsync(asset.Id, ct)).ToDictionary(t => t.TagId);
        if (links.Keys.ToHashSet().SetEquals(target.Keys)) return false;

        var before = await tags.FindAllAsync(links.Keys, ct);
        foreach (var link in links.Values.Where(l => !target.ContainsKey(l.TagId))) tags.Remove(link);
        foreach (var id in target.Keys.Where(id => !links.ContainsKey(id))) tags.Add(new AssetTag(caller.Workspace(), asset.Id, id));
        log.Add(asset.Type.Slug, asset.Id.Value, asset.RootId.Value, Record(before), Record(target.Values));
        return true;
    }

    private static JsonElement Record(IEnumerable<Tag> tags) =>
        JsonSerializer.SerializeToElement(new { tags = tags.Select(t => t.Name).Order(StringComparer.OrdinalIgnoreCase) });
}
