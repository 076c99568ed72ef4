using Director.Domain.Assets;
using Director.Domain.Assets.Types;

namespace Director.Application.Assets;

/// <summary>Gives new shots their codes by the film's scheme.</summary>
internal sealed class ShotCoding(IAssetRepository assets)
{
    /// <summary>The code of a new shot of a film or scene, behind a sibling or at the end. The film's row is locked, so a code is not given twice.</summary>
    internal async Task<string> NextAsync(Asset parent, Guid? after, CancellationToken ct)
    {
        var film = parent.Id == parent.RootId ? parent : await assets.FindAsync(parent.RootId, ct);
        var (behind, inFront) = await assets.CodesAroundAsync(parent, after is { } a ? new AssetId(a) : null, ct);
        return film!.As<FilmDetails>().Coding().Next(await assets.CodesAsync(parent.RootId, ct), behind, inFront, (parent.Details as SceneDetails)?.SceneNumber);
    }
}
