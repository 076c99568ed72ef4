using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Tags;

namespace Director.Application.Tags;

/// <summary>Gives assets exactly these tags, making the ones that the workspace does not know yet.</summary>
internal sealed class Tagging(ITagRepository tags, ICaller caller, IIdSource ids, TimeProvider clock)
{
    internal async Task<Result<Done>> SetAsync(AssetId asset, IReadOnlyList<string> names, CancellationToken ct)
    {
        var wanted = names.Select(n => n?.Trim() ?? "").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (wanted.Count > Tag.MaxPerAsset) return Error.Field("tags", $"An asset has at most {Tag.MaxPerAsset} tags.");
        var known = (await tags.FindByNamesAsync(wanted, ct)).ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (known.ContainsKey(wanted[i])) continue;
            var made = Tag.Create(caller.Workspace(), new TagId(ids.Next()), wanted[i], null, null, caller.Stamp(clock));
            if (made.Error is { } refused) return Error.Field($"tags[{i}]", refused.Message);
            tags.Add(made.Value);
            known[wanted[i]] = made.Value;
        }

        var current = (await tags.OfAssetAsync(asset, ct)).ToDictionary(t => t.TagId);
        var target = wanted.Select(n => known[n].Id).ToHashSet();
        foreach (var link in current.Values.Where(l => !target.Contains(l.TagId))) tags.Remove(link);
        foreach (var id in target.Where(id => !current.ContainsKey(id))) tags.Add(new AssetTag(caller.Workspace(), asset, id));
        return Done.Ok;
    }
}
