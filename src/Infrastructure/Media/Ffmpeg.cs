using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Director.Infrastructure.Media;

/// <summary>
/// The ffmpeg of the machine. It is an optional helper: without it moving pictures are kept and served as they are. It is fed what strangers
/// made, so every run has an end, a share of memory where the machine can give one out (<c>prlimit</c>), and no way to the network.
/// </summary>
public static class Ffmpeg
{
    /// <summary>What to do where it is missing.</summary>
    public const string Missing = "There is no ffmpeg on the PATH: apt-get install ffmpeg. Work that waits for it begins by itself.";

    /// <summary>Bytes of address space that one run may have: four times what a clip of 4,096 by 2,160 needs.</summary>
    private const long Memory = 4L * 1024 * 1024 * 1024;

    /// <summary>Where it is on the PATH, or null when it is not. Looked up each time, so that installing it needs no restart.</summary>
    public static string? Find() => Find("ffmpeg");

    /// <summary>Runs it to the end.</summary>
    /// <param name="arguments">Its arguments, as they are: no shell reads them.</param>
    /// <param name="limit">After this it is ended.</param>
    /// <param name="ct">Cancels: it is ended too.</param>
    /// <param name="told">Told the last frame's number from time to time, where the arguments do not say otherwise.</param>
    /// <returns>Null when it succeeded, else the end of what it said.</returns>
    internal static async Task<string?> RunAsync(IEnumerable<string> arguments, TimeSpan limit, CancellationToken ct, Func<long, Task>? told = null)
    {
        string[] words = ["-nostdin", "-hide_banner", "-loglevel", "error", .. told is null ? [] : (string[])["-progress", "pipe:1", "-nostats"], .. arguments];
        var (failure, _) = await RunAsync("ffmpeg", words, limit, told, ct);
        return failure;
    }

    /// <summary>Asks ffprobe.</summary>
    /// <returns>What it said as JSON, or why it could not.</returns>
    internal static async Task<(string? Failure, string Said)> ProbeAsync(IEnumerable<string> arguments, TimeSpan limit, CancellationToken ct) =>
        await RunAsync("ffprobe", ["-hide_banner", "-loglevel", "error", "-of", "json", .. arguments], limit, null, ct);

    /// <summary>Whether it can write H.264; some distributions leave that out.</summary>
    internal static async Task<bool> WritesH264Async(CancellationToken ct)
    {
        var (failure, said) = await RunAsync("ffmpeg", ["-hide_banner", "-loglevel", "error", "-encoders"], TimeSpan.FromSeconds(20), null, ct);
        return failure is null && said.Contains(" libx264 ", StringComparison.Ordinal);
    }

    private static string? Find(string name)
    {
        var program = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    private static async Task<(string? Failure, string Said)> RunAsync(string name, string[] arguments, TimeSpan limit, Func<long, Task>? told, CancellationToken ct)
    {
        if (Find(name) is not { } program) return ($"{name} is not on the PATH.", "");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(limit);
        using var process = new Process { StartInfo = Limited(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return (e.Message, "");
        }

        try
        {
            Yield(process);
            var complaint = process.StandardError.ReadToEndAsync(end.Token);
            var said = await ReadAsync(process.StandardOutput, told, end.Token);
            var complained = await complaint;
            await process.WaitForExitAsync(end.Token);
            return (process.ExitCode == 0 ? null
                : complained.Length > 0 ? complained[^Math.Min(complained.Length, 1_000)..] : $"It ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.", said);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ($"It took longer than {limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds.", "");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Limited(string program, string[] arguments)
    {
        var limiter = OperatingSystem.IsLinux() ? Find("prlimit") : null;
        return new ProcessStartInfo(limiter ?? program, limiter is null ? arguments : [string.Create(CultureInfo.InvariantCulture, $"--as={Memory}"), "--core=0", program, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
    }

    /// <summary>Requests go first.</summary>
    private static void Yield(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the machine does not let it.
        }
    }

    private static async Task<string> ReadAsync(StreamReader output, Func<long, Task>? told, CancellationToken ct)
    {
        if (told is null) return await output.ReadToEndAsync(ct);
        while (await output.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("frame=", StringComparison.Ordinal) && long.TryParse(line.AsSpan(6), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var frame)) await told(frame);
        }

        return "";
    }
}
