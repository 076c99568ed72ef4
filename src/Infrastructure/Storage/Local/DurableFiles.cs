using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Director.Infrastructure.Storage.Local;

/// <summary>Makes what was written survive a power cut: the file's bytes, then the folder's entry for it.</summary>
internal static class DurableFiles
{
    private const int ReadOnly = 0;

    /// <summary>Puts a flushed file in its place; one that is there already has the same bytes and stays.</summary>
    internal static void MoveInto(string arrived, string place)
    {
        MakeFolder(Path.GetDirectoryName(place)!);
        if (File.Exists(place)) File.Delete(arrived);
        else File.Move(arrived, place, overwrite: true);
        SyncFolder(Path.GetDirectoryName(place)!);
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        SyncFolder(above);
    }

    private static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0) throw new IOException($"The folder '{folder}' cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Sync(descriptor) != 0) throw new IOException($"The folder '{folder}' cannot be written to disk (error {Marshal.GetLastPInvokeError()}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);
}
