using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Collections;

/// <summary>Makes a collection.</summary>
[Requires(Permission.Edit)]
public sealed record CreateCollectionCommand : ICommand<CollectionDto>
{
    /// <summary>For people.</summary>
    public required string Name { get; init; }
    /// <summary>project, library, storyboard or character; null: library.</summary>
    public string? Kind { get; init; }
    /// <summary>The collection it lies in.</summary>
    public Guid? ParentId { get; init; }
}

internal sealed class CreateCollectionHandler(
    ICollectionRepository collections, ICollectionReader reader, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock)
    : IRequestHandler<CreateCollectionCommand, Result<CollectionDto>>
{
    public async Task<Result<CollectionDto>> Handle(CreateCollectionCommand request, CancellationToken cancellationToken)
    {
        CollectionId? parent = request.ParentId is { } p ? new CollectionId(p) : null;
        if (parent is { } named && await collections.FindAsync(named, cancellationToken) is null) return CollectionErrors.ParentNotFound;
        if (parent is { } above && await collections.DepthAsync(above, null, cancellationToken) > AssetCollection.MaxDepth) return CollectionErrors.TooDeep;
        var made = AssetCollection.Create(caller.Workspace(), new CollectionId(ids.Next()), request.Name, request.Kind, parent, caller.Stamp(clock));
        if (made.Error is { } refused) return refused;
        collections.Add(made.Value);
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
