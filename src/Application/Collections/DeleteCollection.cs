using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Collections;

/// <summary>Deletes a collection. Its members are only un-gathered, and what lies in it moves up to where it lay.</summary>
[Requires(Permission.Edit)]
public sealed record DeleteCollectionCommand(Guid Id, long? SeenVersion) : ICommand<Done>;

internal sealed class DeleteCollectionHandler(ICollectionRepository collections, IUnitOfWork unitOfWork, IActivityLog log, ICaller caller, TimeProvider clock)
    : IRequestHandler<DeleteCollectionCommand, Result<Done>>
{
    /// <summary>Where the record keeps what lay in a collection that is gone.</summary>
    internal const string Within = "within";

    public async Task<Result<Done>> Handle(DeleteCollectionCommand request, CancellationToken cancellationToken)
    {
        if (await collections.FindAsync(new CollectionId(request.Id), cancellationToken) is not { } collection) return CollectionErrors.NotFound;
        if (collection.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        var within = await collections.WithinAsync(collection.Id, cancellationToken);
        foreach (var inside in within)
        {
            if (inside.Change(inside.Name, inside.Kind, collection.ParentId, caller.Stamp(clock)).Error is { } refused) return refused;
        }

        await unitOfWork.FlushAsync(cancellationToken);
        // Beside the collection's own row: what it gathered, or it could not come back as it was.
        var members = await collections.MembersAsync(collection.Id, cancellationToken);
        if (members.Count > 0 || within.Count > 0) log.Add("collection", collection.Id.Value, null, Contents(members, within), null);
        collections.Remove(collection);
        return Done.Ok;
    }

    private static JsonElement Contents(IReadOnlyList<AssetId> members, IReadOnlyList<AssetCollection> within)
    {
        var contents = JsonObject.Create(MembersRecord.Of(members, []).Json())!;
        contents[Within] = new JsonArray([.. within.Select(w => JsonValue.Create(w.Id.Value))]);
        return JsonSerializer.SerializeToElement(contents);
    }
}
