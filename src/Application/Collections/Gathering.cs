using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Collections;

namespace Director.Application.Collections;

/// <summary>Gives a collection exactly these members and records it, for the command and for its undoing.</summary>
internal sealed class Gathering(ICollectionRepository collections, IUnitOfWork unitOfWork, IActivityLog log, ICaller caller, TimeProvider clock)
{
    /// <summary>Sets the members of a collection that is loaded and locked; the same members in the same order are no change.</summary>
    internal async Task SetAsync(AssetCollection collection, IReadOnlyList<AssetId> after, CancellationToken ct)
    {
        var before = await collections.MembersAsync(collection.Id, ct);
        if (before.SequenceEqual(after)) return;
        collection.Regathered(caller.Stamp(clock));
        await unitOfWork.FlushAsync(ct);
        await collections.SetMembersAsync(collection.Id, [.. after.Select(a => a.Value)], ct);
        log.Add("collection", collection.Id.Value, null, MembersRecord.Of(before, after).Json(), MembersRecord.Of(after, before).Json());
    }
}
