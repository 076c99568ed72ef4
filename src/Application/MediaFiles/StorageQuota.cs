using Director.Application.Workspaces;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.MediaFiles;

/// <summary>
/// Keeps people's files within the workspace's quota. What a provider was paid for is kept even when it goes over: the next upload is
/// refused then.
/// </summary>
internal sealed class StorageQuota(IWorkspaceReader settings, IWorkspaceRepository workspaces)
{
    /// <summary>What fits at the moment, before any bytes are taken in.</summary>
    internal async Task<Space> SpaceAsync(CancellationToken ct)
    {
        if ((await settings.SettingsAsync(ct)).StorageQuotaBytes is not { } quota) return Space.Endless;
        return new Space(await workspaces.StorageUsedAsync(ct), quota);
    }

    /// <summary>Inside a transaction: whether a file fits, looked at one upload after the other. A file that the workspace has already takes no more room.</summary>
    internal async Task<Error?> CheckAsync(Media media, CancellationToken ct)
    {
        if ((await settings.SettingsAsync(ct)).StorageQuotaBytes is not { } quota) return null;
        await workspaces.HoldStorageAsync(ct);
        if (await workspaces.HasFileAsync(media.Sha256, ct)) return null;
        var used = await workspaces.StorageUsedAsync(ct);
        return used + media.Size > quota ? WorkspaceErrors.QuotaExceeded(used, quota) : null;
    }

    /// <summary>Room for files.</summary>
    /// <param name="Used">Bytes that are there.</param>
    /// <param name="Quota">Bytes that may be.</param>
    internal readonly record struct Space(long Used, long Quota)
    {
        internal static Space Endless => new(0, long.MaxValue);

        internal long Left => Math.Max(0, Quota - Used);

        internal Error Exceeded => WorkspaceErrors.QuotaExceeded(Used, Quota);

        /// <summary>Nothing fits any more; null when something does.</summary>
        internal Error? Refusal => Left == 0 ? Exceeded : null;
    }
}
