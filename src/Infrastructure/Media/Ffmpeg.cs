using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Director.Infrastructure.Media;

/// <summary>The ffmpeg of the machine. It is an optional helper: without it moving pictures are kept and served as they are.</summary>
public static class Ffmpeg
{
    /// <summary>Where it is on the PATH, or null when it is not. Looked up each time, so that installing it needs no restart.</summary>
    public static string? Find()
    {
        var program = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs it to the end.</summary>
    /// <param name="arguments">Its arguments, as they are: no shell reads them.</param>
    /// <param name="limit">After this it is ended.</param>
    /// <param name="ct">Cancels: it is ended too.</param>
    /// <returns>Null when it succeeded, else the end of what it said.</returns>
    internal static async Task<string?> RunAsync(IEnumerable<string> arguments, TimeSpan limit, CancellationToken ct)
    {
        if (Find() is not { } program) return "ffmpeg is not on the PATH.";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(limit);
        using var process = new Process { StartInfo = new ProcessStartInfo(program, ["-nostdin", "-hide_banner", "-loglevel", "error", .. arguments]) { RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }

        try
        {
            var said = await process.StandardError.ReadToEndAsync(end.Token);
            await process.WaitForExitAsync(end.Token);
            return process.ExitCode == 0 ? null : said.Length > 0 ? said[^Math.Min(said.Length, 1_000)..] : $"It ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"It took longer than {limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds.";
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
