using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Application.Shots;

/// <summary>Replaces an asset's links of one kind by a list of ids, in its order.</summary>
internal sealed class LinkReplacing(IAssetRepository assets, ICaller caller, IIdSource ids, TimeProvider clock)
{
    internal async Task<Result<Done>> ReplaceAsync(Asset parent, RelationshipKind kind, IReadOnlyList<Guid> children, string field, CancellationToken ct)
    {
        var wanted = children.Distinct().Select(c => new AssetId(c)).ToList();
        var found = await assets.FindAllAsync(wanted, ct);
        var current = (await assets.LinksOfAsync(parent.Id, [kind], ct)).ToDictionary(l => l.ChildId);
        for (var i = 0; i < wanted.Count; i++)
        {
            var path = $"{field}[{children.ToList().IndexOf(wanted[i].Value)}]";
            if (!found.TryGetValue(wanted[i], out var child) || !child.IsLive) return RelationshipErrors.EndNotFound(path);
            if (current.Remove(child.Id, out var existing))
            {
                existing.Change(i, null);
                continue;
            }

            var link = AssetRelationship.Create(new RelationshipId(ids.Next()), parent, child, kind, i, "{}", caller.Stamp(clock));
            if (link.Error is { } refused) return refused with { Fields = [new FieldFault(path, refused.Message)] };
            assets.Add(link.Value);
        }

        foreach (var gone in current.Values) assets.Remove(gone);
        return Done.Ok;
    }
}
