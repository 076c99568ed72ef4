using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;

namespace Director.Domain.Films;

/// <summary>A take seen as a take: what the film crew does with it. The asset underneath is the one aggregate.</summary>
public readonly record struct Take(Asset Asset)
{
    /// <summary>Circles, rates, notes or rejects; what is not given stays. A rejected take is hidden, which can be taken back.</summary>
    /// <param name="circled">A keeper.</param>
    /// <param name="rating">0 to 5 stars.</param>
    /// <param name="notes">The director's notes; empty removes them.</param>
    /// <param name="rejected">Hidden.</param>
    /// <param name="stamp">Who and when.</param>
    public Result<Done> Mark(bool? circled, int? rating, string? notes, bool? rejected, Stamp stamp)
    {
        var details = Asset.As<ShotTakeDetails>();
        if (notes is not null) details = details with { DirectorNotes = notes.Length == 0 ? null : notes };
        if (details.Faults is { Count: > 0 } faults) return Error.Of([.. faults.Select(f => f with { Path = f.Path == "directorNotes" ? "notes" : f.Path })]);
        return Asset.Change(new AssetChange
        {
            Circled = circled is null ? Patch<bool?>.Unmentioned : circled,
            Rating = rating is null ? Patch<int?>.Unmentioned : rating,
            Status = rejected switch
            {
                true => AssetStatus.Rejected,
                false when Asset.Status == AssetStatus.Rejected => new Patch<string>(true, null),
                _ => Patch<string>.Unmentioned,
            },
            Details = notes is null ? Patch<AssetDetails>.Unmentioned : details,
        }, stamp);
    }
}
