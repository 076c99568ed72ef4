using Director.Domain.Assets;

namespace Director.Application.MediaFiles;

/// <summary>Keeps the copies of a file's facts right, that those above show.</summary>
internal static class PickedMedia
{
    /// <summary>Whoever picked this asset shows its file, up to the film.</summary>
    /// <param name="branch">From the root down to the asset whose file changed, loaded and locked.</param>
    internal static void ShowUpwards(IReadOnlyList<Asset> branch)
    {
        for (var i = branch.Count - 1; i > 0 && branch[i - 1].SelectedChildId == branch[i].Id; i--) branch[i - 1].KeepPick(branch[i]);
    }
}
