using System.Runtime.InteropServices;
using System.Text;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The calls to the operating system that .NET does not offer.</summary>
internal static class UnixCalls
{
    internal const int Interrupt = 2;
    internal const int Quit = 3;
    internal const int Kill = 9;

    /// <summary>Sends a signal; false when there is no such process.</summary>
    internal static bool Send(int processId, int signal) => KillProcess(processId, signal) == 0;

    /// <summary>True while a process of that id exists, whoever owns it.</summary>
    internal static bool Exists(int processId) =>
        KillProcess(processId, 0) == 0 || Marshal.GetLastPInvokeError() == OperationNotPermitted;

    /// <summary>Gives a file or folder to another account; only root may.</summary>
    /// <exception cref="EmbeddedPostgresException">The file system refused.</exception>
    internal static void ChangeOwner(string path, int userId, int groupId)
    {
        if (ChangeFileOwner(Encoding.UTF8.GetBytes(path + '\0'), userId, groupId) != 0)
        {
            throw new EmbeddedPostgresException(
                $"'{path}' cannot be given to the account that runs PostgreSQL ({Marshal.GetLastPInvokeErrorMessage()}). "
                + "Choose a data directory (DIRECTOR_DATA) on a file system that keeps owners.");
        }
    }

    private const int OperationNotPermitted = 1;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int KillProcess(int processId, int signal);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeFileOwner(byte[] path, int userId, int groupId);
}
