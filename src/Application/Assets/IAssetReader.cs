using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Assets;

/// <summary>Reads assets for showing: projections, never aggregates, always of the caller's workspace.</summary>
public interface IAssetReader
{
    /// <summary>One live asset; null when there is none.</summary>
    Task<AssetDto?> GetAsync(AssetId id, CancellationToken ct);

    /// <summary>The live ones among these, in the order asked.</summary>
    Task<IReadOnlyList<AssetDto>> GetManyAsync(IReadOnlyList<Guid> ids, CancellationToken ct);

    /// <summary>A page of a listing. Refused when the cursor is not one of this listing's.</summary>
    Task<Result<Page<AssetDto>>> ListAsync(AssetFilter filter, CancellationToken ct);

    /// <summary>Every id of a listing, in its order, at most <paramref name="cap"/>.</summary>
    Task<Result<IReadOnlyList<Guid>>> ListIdsAsync(AssetFilter filter, int cap, CancellationToken ct);

    /// <summary>A film's structure in one statement; null when there is no such film.</summary>
    Task<Films.FilmStructureDto?> StructureAsync(AssetId film, Films.TakesShown takes, CancellationToken ct);

    /// <summary>The film's revision, the ETag of its structure; null when there is no such film.</summary>
    Task<long?> RevisionAsync(AssetId film, CancellationToken ct);

    /// <summary>The live children of an asset over both halves: what it owns and what it refers to.</summary>
    Task<Result<Page<LinkedAssetDto>>> LinkedAsync(AssetId id, LinkedFilter filter, CancellationToken ct);

    /// <summary>Everything an asset was made from, or everything made from it, by lineage links.</summary>
    Task<LineageDto> LineageAsync(AssetId id, bool upstream, int depth, int cap, CancellationToken ct);

    /// <summary>The films of the workspace with their progress.</summary>
    Task<Result<Page<Films.FilmSummaryDto>>> FilmsAsync(string? cursor, int limit, CancellationToken ct);
}

/// <summary>What a listing shows, and how.</summary>
public sealed record AssetFilter
{
    /// <summary>Only these types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
    /// <summary>Only children of this asset.</summary>
    public Guid? ParentId { get; init; }
    /// <summary>Only assets of this tree.</summary>
    public Guid? RootId { get; init; }
    /// <summary>Only assets with all of these tags, by name.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Only members of this collection.</summary>
    public Guid? Collection { get; init; }
    /// <summary>Words to find.</summary>
    public string? Query { get; init; }
    /// <summary>Only assets with this status; <c>none</c>: without one.</summary>
    public string? Status { get; init; }
    /// <summary>Only assets from this source.</summary>
    public string? Source { get; init; }
    /// <summary>Only the asset with this id of the crew's own.</summary>
    public string? ExternalId { get; init; }
    /// <summary>Only assets whose metadata has all of these, as <c>key:value</c>.</summary>
    public IReadOnlyList<string> Metadata { get; init; } = [];
    /// <summary>Only circled, or only not circled.</summary>
    public bool? Circled { get; init; }
    /// <summary>Only favourites, or only others.</summary>
    public bool? Favorite { get; init; }
    /// <summary>The deleted ones instead of the live ones.</summary>
    public bool Deleted { get; init; }
    /// <summary>One of <see cref="AssetSort.All"/>, with a leading <c>-</c> for descending; null: relevance when words are given, else newest first.</summary>
    public string? Sort { get; init; }
    /// <summary>From the page before.</summary>
    public string? Cursor { get; init; }
    /// <summary>1 to 200.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>What listings can be sorted by.</summary>
public static class AssetSort
{
    /// <summary>The allow-list.</summary>
    public static readonly IReadOnlyList<string> All = ["createdAt", "updatedAt", "name", "position", "number", "code", "rating"];
}

/// <summary>An asset and how it is linked to the one asked about.</summary>
/// <param name="Kind"><c>contains</c> for ownership, else the relationship's kind.</param>
/// <param name="RelationshipId">The link; null for ownership.</param>
/// <param name="Sequence">Order among links of that kind.</param>
/// <param name="Asset">The other end.</param>
public sealed record LinkedAssetDto(string Kind, Guid? RelationshipId, int Sequence, AssetDto Asset);

/// <summary>Which links are wanted.</summary>
/// <param name="Children">True: what the asset owns and refers to; false: its owner and what refers to it.</param>
/// <param name="Kinds">Only these kinds; empty: all.</param>
/// <param name="Types">Only these asset types at the other end; empty: all.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record LinkedFilter(bool Children, IReadOnlyList<string> Kinds, IReadOnlyList<string> Types, string? Cursor, int Limit);

/// <summary>A lineage as a graph.</summary>
/// <param name="Nodes">The assets, the one asked about first.</param>
/// <param name="Edges">Links between them.</param>
/// <param name="Truncated">Whether the cap left some out.</param>
public sealed record LineageDto(IReadOnlyList<AssetDto> Nodes, IReadOnlyList<LineageEdgeDto> Edges, bool Truncated);

/// <summary>One link of a lineage.</summary>
/// <param name="ParentId">What was made.</param>
/// <param name="ChildId">What it was made from.</param>
/// <param name="Kind">The kind of relationship.</param>
public sealed record LineageEdgeDto(Guid ParentId, Guid ChildId, string Kind);
