using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Collections;

/// <summary>Changes a collection's name, kind or place.</summary>
[Requires(Permission.Edit)]
public sealed record UpdateCollectionCommand(Guid Id, JsonElement Patch, long? SeenVersion) : ICommand<CollectionDto>;

/// <summary>A JSON Merge Patch (RFC 7396) of a collection: what is absent stays.</summary>
public sealed record CollectionPatch
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
    /// <summary>The kind.</summary>
    public string? Kind { get; init; }
    /// <summary>The collection it lies in; null: none.</summary>
    public Guid? ParentId { get; init; }
}

internal sealed class UpdateCollectionHandler(
    ICollectionRepository collections, ICollectionReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<UpdateCollectionCommand, Result<CollectionDto>>
{
    public async Task<Result<CollectionDto>> Handle(UpdateCollectionCommand request, CancellationToken cancellationToken)
    {
        var patch = MergePatch.Read(request.Patch, "name", "kind", "parentId");
        if (patch.Error is { } unread) return unread;
        var (name, kind, parent) = (patch.Value.Text("name"), patch.Value.Text("kind"), patch.Value.Id("parentId"));
        if ((name.Error ?? kind.Error ?? parent.Error) is { } unfit) return unfit;

        if (await collections.FindAsync(new CollectionId(request.Id), cancellationToken) is not { } collection) return CollectionErrors.NotFound;
        if (collection.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        CollectionId? place = !parent.Value.Given ? collection.ParentId : parent.Value.Value is { } p ? new CollectionId(p) : null;
        if (place is { } inside && place != collection.ParentId)
        {
            if (await collections.IsWithinAsync(inside, collection.Id, cancellationToken)) return CollectionErrors.Circle;
            if (await collections.FindAsync(inside, cancellationToken) is null) return CollectionErrors.ParentNotFound;
            if (await collections.DepthAsync(inside, collection.Id, cancellationToken) > AssetCollection.MaxDepth) return CollectionErrors.TooDeep;
        }

        var changed = collection.Change(
            name.Value.Given ? name.Value.Value ?? "" : collection.Name, kind.Value.Given ? kind.Value.Value ?? "" : collection.Kind, place, caller.Stamp(clock));
        if (changed.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(collection.Id, cancellationToken);
    }
}
