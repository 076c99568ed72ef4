using System.Text.Json;
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
    ICollectionRepository collections, ICollectionReader reader, IUnitOfWork unitOfWork, IActivityLog log, ICaller caller, TimeProvider clock)
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

        var before = await collections.MembersAsync(collection.Id, cancellationToken);
        var after = wanted.Select(id => new AssetId(id)).ToList();
        if (!before.SequenceEqual(after))
        {
            collection.Regathered(caller.Stamp(clock));
            await unitOfWork.FlushAsync(cancellationToken);
            await collections.SetMembersAsync(collection.Id, wanted, cancellationToken);
            log.Add("collection", collection.Id.Value, null, Record(before, before.Except(after)), Record(after, after.Except(before)));
        }

        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(collection.Id, cancellationToken);
    }

    /// <summary>The count, and only those that are on this side alone: a list of ten thousand that gains one is a short record.</summary>
    private static JsonElement Record(IReadOnlyList<AssetId> members, IEnumerable<AssetId> onlyHere) =>
        JsonSerializer.SerializeToElement(new { memberCount = members.Count, members = onlyHere.Select(m => m.Value) });
}
