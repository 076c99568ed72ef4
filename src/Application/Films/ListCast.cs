using Director.Application.Assets;
using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Who is in a film.</summary>
[Requires(Permission.Look)]
public sealed record ListCastQuery(Guid FilmId) : IQuery<IReadOnlyList<AssetDto>>;

internal sealed class ListCastHandler(IAssetReader reader) : IRequestHandler<ListCastQuery, Result<IReadOnlyList<AssetDto>>>
{
    public async Task<Result<IReadOnlyList<AssetDto>>> Handle(ListCastQuery request, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(new AssetId(request.FilmId), cancellationToken) is not { Type: "film" }) return FilmErrors.NotFound;
        var linked = await reader.LinkedAsync(new AssetId(request.FilmId), new LinkedFilter(false, [RelationshipKind.CastIn.Slug], [], null, AssetLimits.Batch), cancellationToken);
        return linked.Then(page => Result<IReadOnlyList<AssetDto>>.Of([.. page.Items.Select(i => i.Asset)]));
    }
}
