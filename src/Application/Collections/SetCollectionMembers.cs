using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Collections;

/// <summary>Gives a collection exactly these members, in this order.</summary>
[Requires(Permission.Edit)]
public sealed record SetCollectionMembersCommand(Guid Id, IReadOnlyList<Guid> AssetIds, long? SeenVersion) : ICommand<CollectionDto>;

internal sealed class SetCollectionMembersHandler(
    ICollectionRepository collections, ICollectionReader reader, Gathering gathering, IUnitOfWork unitOfWork)
    : IRequestHandler<SetCollectionMembersCommand, Result<CollectionDto>>
{
    public async Task<Result<CollectionDto>> Handle(SetCollectionMembersCommand request, CancellationToken cancellationToken)
    {
        var wanted = request.AssetIds;
        if (wanted.Count > AssetCollection.MaxMembers) return CollectionErrors.TooManyMembers;
        var seen = new HashSet<Guid>();
        var twice = Enumerable.Range(0, wanted.Count).Where(i => !seen.Add(wanted[i])).ToList();
        if (twice.Count > 0) return CollectionErrors.MembersTwice(twice);

        if (await collections.FindAsync(new CollectionId(request.Id), cancellationToken) is not { } collection) return CollectionErrors.NotFound;
        if (collection.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        var live = await collections.LiveAsync(seen, cancellationToken);
        var unknown = Enumerable.Range(0, wanted.Count).Where(i => !live.Contains(wanted[i])).ToList();
        if (unknown.Count > 0) return CollectionErrors.UnknownMembers(unknown);

        await gathering.SetAsync(collection, [.. wanted.Select(id => new AssetId(id))], cancellationToken);
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(collection.Id, cancellationToken);
    }
}
