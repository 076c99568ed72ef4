using Director.Application.Common;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Collections;

/// <summary>One collection.</summary>
[Requires(Permission.Look)]
public sealed record GetCollectionQuery(Guid Id) : IQuery<CollectionDto>;

internal sealed class GetCollectionHandler(ICollectionReader reader) : IRequestHandler<GetCollectionQuery, Result<CollectionDto>>
{
    public Task<Result<CollectionDto>> Handle(GetCollectionQuery request, CancellationToken cancellationToken) =>
        reader.ShowAsync(new CollectionId(request.Id), cancellationToken);
}

/// <summary>How commands answer.</summary>
internal static class CollectionAnswers
{
    /// <summary>What the collection looks like now.</summary>
    internal static async Task<Result<CollectionDto>> ShowAsync(this ICollectionReader reader, CollectionId id, CancellationToken ct) =>
        await reader.GetAsync(id, ct) is { } shown ? shown : CollectionErrors.NotFound;
}
