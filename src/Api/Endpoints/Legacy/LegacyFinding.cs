using Director.Application.Assets;
using Director.Domain.Assets;
using Director.Domain.Common;
using MediatR;

namespace Director.Api.Endpoints.Legacy;

/// <summary>Finds what an old caller means: former ids resolve for ever, new ones too.</summary>
internal static class LegacyFinding
{
    /// <summary>The most that one answer of the former system lists: it knew no pages where it says so.</summary>
    internal const int MostListed = 5_000;

    /// <summary>The asset with a new or a former id; unknown, foreign and of another type are one.</summary>
    internal static async Task<Result<AssetDto>> FindAsync(this IMediator app, string id, string type, CancellationToken ct)
    {
        if (Guid.TryParse(id, out var known))
        {
            var found = await app.Send(new GetAssetQuery(known), ct);
            if (found.Succeeded && found.Value.Type == type) return found;
            if (found.Error is { Kind: not ErrorKind.NotFound } refused) return refused;
        }

        if (id.Length is 0 or > AssetLimits.ExternalId || id.Contains('\0', StringComparison.Ordinal)) return AssetErrors.NotFound;
        var listed = await app.Send(new ListAssetsQuery(new AssetFilter { Types = [type], ExternalId = id, Limit = 1 }), ct);
        if (listed.Error is { } unlisted) return unlisted;
        return listed.Value.Items is [var asset, ..] ? asset : AssetErrors.NotFound;
    }

    /// <summary>Everything that a filter finds, page after page, up to <see cref="MostListed"/>.</summary>
    internal static async Task<Result<IReadOnlyList<AssetDto>>> AllAsync(this IMediator app, AssetFilter filter, CancellationToken ct)
    {
        List<AssetDto> all = [];
        string? cursor = null;
        do
        {
            var page = await app.Send(new ListAssetsQuery(filter with { Cursor = cursor, Limit = AssetLimits.Page }), ct);
            if (page.Error is { } refused) return refused;
            all.AddRange(page.Value.Items);
            cursor = page.Value.Next;
        }
        while (cursor is not null && all.Count < MostListed);
        return all;
    }

    /// <summary>What an asset is linked to, up to a page of it.</summary>
    internal static async Task<IReadOnlyList<LinkedAssetDto>> LinkedAsync(this IMediator app, Guid id, bool children, string[] kinds, string[] types, CancellationToken ct)
    {
        var found = await app.Send(new GetLinkedAssetsQuery(id, new LinkedFilter(children, kinds, types, null, AssetLimits.Page)), ct);
        return found.Succeeded ? found.Value.Items : [];
    }

    /// <summary>Where an asset's file can be had: here, or, while its media are missing, where the former system had it.</summary>
    internal static string? UrlOf(this AssetDto asset) =>
        asset.Media is not null ? $"/api/assets/{asset.Id}/media" : asset.Metadata.GetValueOrDefault("sourceUrl");
}
