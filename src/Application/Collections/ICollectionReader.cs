using Director.Application.Assets;
using Director.Application.Common.Paging;
using Director.Domain.Collections;
using Director.Domain.Common;

namespace Director.Application.Collections;

/// <summary>A collection, as clients see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="Kind">project, library, storyboard or character.</param>
/// <param name="ParentId">The collection it lies in.</param>
/// <param name="MemberCount">How many live assets it gathers.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="CreatedBy">Creator.</param>
/// <param name="UpdatedAt">Last change.</param>
/// <param name="Version">Raised by every change; the ETag.</param>
public sealed record CollectionDto(
    Guid Id, string Name, string Kind, Guid? ParentId, int MemberCount, DateTimeOffset CreatedAt, Guid CreatedBy, DateTimeOffset UpdatedAt, long Version);

/// <summary>Which collections are listed.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="ParentId">Only those that lie directly in this one.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record CollectionFilter(string? Kind, Guid? ParentId, string? Cursor, int Limit);

/// <summary>Reads collections for showing, always of the caller's workspace.</summary>
public interface ICollectionReader
{
    /// <summary>One; null when there is none.</summary>
    Task<CollectionDto?> GetAsync(CollectionId id, CancellationToken ct);

    /// <summary>A page of them, in order of name.</summary>
    Task<Result<Page<CollectionDto>>> ListAsync(CollectionFilter filter, CancellationToken ct);

    /// <summary>A page of a collection's live members, in their order.</summary>
    Task<Result<Page<AssetDto>>> MembersAsync(CollectionId id, string? cursor, int limit, CancellationToken ct);
}
