using Director.Application.Assets;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Relationships;

namespace Director.Application.Shots;

/// <summary>Makes a shot with what it shows, for the two commands that add one.</summary>
internal sealed class ShotMaking(IAssetRepository assets, AssetMaking making, LinkReplacing replacing, IUnitOfWork unitOfWork)
{
    internal async Task<Result<Asset>> AddAsync(Guid parentId, string parentType, Error notFound, NewShot shot, CancellationToken ct)
    {
        // The film's row first: codes are unique in the film.
        var branch = await assets.FindBranchAsync(new AssetId(parentId), ct);
        if (branch.LastOrDefault() is not { IsLive: true } parent || parent.Type.Slug != parentType) return notFound;
        var details = new ShotDetails
        {
            Description = shot.Description,
            ShotSize = shot.ShotSize,
            CameraAngle = shot.CameraAngle,
            Movement = shot.Movement,
            Lens = shot.Lens,
            DurationFrames = shot.DurationFrames,
            Prompt = shot.Prompt,
            Dialogue = shot.Dialogue,
        };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        var made = await making.MakeAsync(
            new CreateAssetCommand { Type = "shot", Name = shot.Name ?? NameOf(shot.Description), After = shot.After, Code = shot.Code },
            AssetTypes.Of<ShotDetails>(), details, parent, ct);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(ct);
        if (shot.Characters is { Count: > 0 } shown && (await replacing.ReplaceAsync(made.Value, RelationshipKind.UsesCharacter, shown, "characters", ct)).Error is { } unlinked) return unlinked;
        await unitOfWork.FlushAsync(ct);
        return made.Value;
    }

    /// <summary>The first words of an action line.</summary>
    internal static string NameOf(string? description)
    {
        const int most = 80;
        var text = description?.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
        if (text.Length == 0) return "New shot";
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > most / 2 ? cut : most)].TrimEnd(',', ';', ':', '.') + "…";
    }
}
