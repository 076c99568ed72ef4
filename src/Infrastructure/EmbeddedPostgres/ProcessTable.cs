using System.Diagnostics;

namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>What the operating system knows of a process that is not our child.</summary>
internal static class ProcessTable
{
    /// <summary>Whether the number is taken, if only by a process that has ended and whose parent has not noticed.</summary>
    internal static bool Has(int processId) =>
        OperatingSystem.IsWindows() ? CommandLine(processId).Length > 0 : UnixCalls.Exists(processId);

    /// <summary>Whether the process still runs.</summary>
    internal static bool IsAlive(int processId) =>
        Has(processId) && (!OperatingSystem.IsLinux() || CommandLine(processId).Length > 0);

    /// <summary>The program and its arguments; empty for a process that is gone or has ended.</summary>
    internal static string[] CommandLine(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return File.ReadAllText($"/proc/{processId}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            }

            if (OperatingSystem.IsWindows())
            {
                using var process = Process.GetProcessById(processId);
                return [process.ProcessName];
            }

            using var list = Process.Start(new ProcessStartInfo("/bin/ps", ["-ww", "-o", "command=", "-p", $"{processId}"])
            {
                RedirectStandardOutput = true,
            })!;
            return list.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
