using Director.Domain.Common;

namespace Director.Infrastructure.Storage;

/// <summary>The disk has no room: nothing is kept then, and it goes on by itself when there is room again.</summary>
internal static class DiskFull
{
    /// <summary>ENOSPC, and EDQUOT: the account's share is used up.</summary>
    private static readonly int[] OnUnix = [28, 122];

    private const int OnWindows = unchecked((int)0x80070070);

    internal static readonly Error Error = new("storage.full", "The server's disk is full. Nothing was kept; try again when there is room.", ErrorKind.Unavailable);

    internal static bool Is(Exception e) => e is IOException && (e.HResult == OnWindows || OnUnix.Contains(e.HResult & 0xFFFF));
}
