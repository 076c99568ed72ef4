using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Application.Films;

/// <summary>Links a member of the cast to a film, once.</summary>
internal sealed class Casting(IAssetRepository assets, ICaller caller, IIdSource ids, TimeProvider clock)
{
    internal async Task<Result<Done>> CastAsync(Asset film, Asset character, CancellationToken ct)
    {
        var cast = await assets.LinksToAsync(film.Id, RelationshipKind.CastIn, ct);
        if (cast.Any(l => l.ParentId == character.Id)) return Done.Ok;
        var link = AssetRelationship.Create(new RelationshipId(ids.Next()), character, film, RelationshipKind.CastIn, cast.Count, "{}", caller.Stamp(clock));
        if (link.Error is { } refused) return refused with { Fields = [new FieldFault("characterId", refused.Message)] };
        assets.Add(link.Value);
        return Done.Ok;
    }
}
