using Director.Application.Assets;
using Director.Application.Workspaces;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;

namespace Director.Application.Films;

/// <summary>Makes films for every command that makes them, with the workspace's defaults where nothing is said.</summary>
internal sealed class FilmMaking(AssetMaking making, IWorkspaceReader workspaces)
{
    internal async Task<Result<Asset>> MakeAsync(CreateFilmCommand wish, CancellationToken ct)
    {
        var defaults = await workspaces.SettingsAsync(ct);
        var details = new FilmDetails
        {
            Synopsis = wish.Synopsis,
            FrameRate = wish.FrameRate ?? defaults.DefaultFrameRate ?? "24",
            AspectRatio = wish.AspectRatio ?? defaults.DefaultAspectRatio ?? "16:9",
            ShotCodeScheme = wish.ShotCodeScheme ?? defaults.ShotCodeScheme ?? "SH{0000}",
            Budget = wish.Budget,
        };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        if (string.IsNullOrWhiteSpace(wish.Title)) return Error.Field("title", "A film needs a title.");
        return await making.MakeAsync(new CreateAssetCommand { Type = "film", Name = wish.Title }, AssetTypes.Of<FilmDetails>(), details, null, ct);
    }
}
