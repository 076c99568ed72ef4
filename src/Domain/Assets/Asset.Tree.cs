using Director.Domain.Common;

namespace Director.Domain.Assets;

public sealed partial class Asset
{
    /// <summary>Moves this row under <paramref name="parent"/> at <paramref name="position"/>; its neighbours stay untouched.</summary>
    /// <remarks>The caller has made sure that the parent does not lie below this asset, and rewrites the descendants' root when it changes.</remarks>
    public Result<Done> Move(Asset? parent, string position, Stamp stamp)
    {
        var stays = parent?.Id == ParentId;
        if (!stays && !Type.Movable) return AssetErrors.NotMovable(Type);
        if (!stays && CheckParent(Type, parent) is { } refused) return refused;
        if (stays && position == Position) return Done.Ok;
        ParentId = parent?.Id;
        RootId = parent?.RootId ?? Id;
        Position = position;
        Changed(stamp);
        return Done.Ok;
    }

    /// <summary>Deletes softly. Its subtree goes along (marked by the repository in the same transaction); a pick that names it is cleared.</summary>
    public Result<Done> Delete(Asset? parent, Stamp stamp)
    {
        if (!IsLive) return AssetErrors.NotFound;
        DeletedAt = stamp.At;
        Changed(stamp);
        if (parent is null) return Done.Ok;
        if (Type.Numbered) parent.TakeCount--;
        if (parent.SelectedChildId == Id) parent.SetPick(null, null, stamp);
        return Done.Ok;
    }

    /// <summary>Brings back what a person deleted, with what went along.</summary>
    public Result<Done> Restore(Asset? parent, Stamp stamp)
    {
        if (DeletedAt is null) return AssetErrors.NotDeleted;
        if (DeletedWith is not null || parent is { IsLive: false }) return AssetErrors.ParentDeleted;
        DeletedAt = null;
        Changed(stamp);
        if (Type.Numbered && parent is not null) parent.TakeCount++;
        return Done.Ok;
    }

    /// <summary>Chooses one own live child. Two picks cannot be stored: it is one pointer.</summary>
    /// <param name="child">The child; null clears the pick.</param>
    /// <param name="reason">Why, if the person says.</param>
    public Result<Done> SelectChild(Asset? child, string? reason, Stamp stamp)
    {
        if (child is not null && (child.ParentId != Id || !child.IsLive)) return AssetErrors.PickNotAChild;
        if (CheckText("reason", reason, AssetLimits.Reason) is { } tooLong) return tooLong;
        if (child?.Id == SelectedChildId && Blank(reason) == SelectedReason) return Done.Ok;
        SetPick(child, reason, stamp);
        Changed(stamp);
        return Done.Ok;
    }

    /// <summary>Puts a file on an asset that holds one; null takes it away.</summary>
    public Result<Done> PutMedia(Media? media, Stamp stamp)
    {
        if (!Type.HoldsMedia) return AssetErrors.HoldsNoMedia(Type);
        Media = media;
        Changed(stamp);
        return Done.Ok;
    }

    /// <summary>Makes <paramref name="output"/> the main output: the pick of a take or of a member of the cast. Kept columns only.</summary>
    public void MainOutput(Asset output, Stamp stamp) => SetPick(output, null, stamp);

    /// <summary>Copies what the pick shows onto this row, for reading the whole film in one scan. Does not raise the version.</summary>
    public void KeepPick(Asset? pick)
    {
        Media = pick?.Media;
        SelectedNumber = pick?.Number;
    }

    private void SetPick(Asset? child, string? reason, Stamp stamp)
    {
        SelectedChildId = child?.Id;
        SelectedAt = child is null ? null : stamp.At;
        SelectedBy = child is null ? null : stamp.By;
        SelectedReason = child is null ? null : Blank(reason);
        if (!Type.HoldsMedia) KeepPick(child);
    }
}
