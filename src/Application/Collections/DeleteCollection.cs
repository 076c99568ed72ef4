using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Collections;

/// <summary>Deletes a collection. Its members are only un-gathered, and what lies in it moves up to where it lay.</summary>
[Requires(Permission.Edit)]
public sealed record DeleteCollectionCommand(Guid Id, long? SeenVersion) : ICommand<Done>;

internal sealed class DeleteCollectionHandler(ICollectionRepository collections, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<DeleteCollectionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeleteCollectionCommand request, CancellationToken cancellationToken)
    {
        if (await collections.FindAsync(new CollectionId(request.Id), cancellationToken) is not { } collection) return CollectionErrors.NotFound;
        if (collection.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        foreach (var inside in await collections.WithinAsync(collection.Id, cancellationToken))
        {
            if (inside.Change(inside.Name, inside.Kind, collection.ParentId, caller.Stamp(clock)).Error is { } refused) return refused;
        }

        await unitOfWork.FlushAsync(cancellationToken);
        collections.Remove(collection);
        return Done.Ok;
    }
}
