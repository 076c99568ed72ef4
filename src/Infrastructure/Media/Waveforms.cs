using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Director.Application.Common.Json;
using Director.Application.MediaFiles.Work;

namespace Director.Infrastructure.Media;

/// <summary>Measures how loud something is over time.</summary>
internal sealed class Waveforms(string reader, string original, string work)
{
    private const int SamplesPerSecond = 8_000;
    private const double MostPerSecond = 50;
    /// <summary>What a screen can show many times over.</summary>
    private const int MostPeaks = 20_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <returns>Where the peaks lie, or why there are none.</returns>
    internal async Task<(string? Path, string? Failure)> MakeAsync(CancellationToken ct)
    {
        var samples = Path.Combine(work, "samples.pcm");
        string[] arguments =
        [
            .. MediaReaders.Input(reader, original), "-map", "0:a:0", "-vn", "-ac", "1", "-ar", SamplesPerSecond.ToString(CultureInfo.InvariantCulture),
            "-fs", "2000000000", "-f", "s16le", samples,
        ];
        if (await Ffmpeg.RunAsync(arguments, Limit, ct) is { } failure) return (null, failure);
        var length = new FileInfo(samples).Length / 2;
        if (length == 0) return (null, "There is no sound in it.");
        var perSecond = Math.Min(MostPerSecond, MostPeaks / Math.Max(1, length / (double)SamplesPerSecond));
        var stretch = Math.Max(1, (int)Math.Ceiling(SamplesPerSecond / perSecond));
        var peaks = await PeaksAsync(samples, stretch, ct);
        File.Delete(samples);
        var path = Path.Combine(work, "waveform.json");
        var waveform = new WaveformDto(length * 1000 / SamplesPerSecond, SamplesPerSecond / (double)stretch, peaks);
        await using (var file = File.Create(path)) await JsonSerializer.SerializeAsync(file, waveform, AssetDetailsJson.Options, ct);
        return (path, null);
    }

    private static async Task<List<int>> PeaksAsync(string samples, int stretch, CancellationToken ct)
    {
        var peaks = new List<int>();
        var bytes = new byte[stretch * 2];
        await using var file = new FileStream(samples, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        int read;
        while ((read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct)) > 1)
        {
            var loudest = 0;
            // The machine's order of bytes is ffmpeg's here: s16le on every machine that .NET runs on.
            foreach (var sample in MemoryMarshal.Cast<byte, short>(bytes.AsSpan(0, read & ~1))) loudest = Math.Max(loudest, Math.Abs((int)sample));
            peaks.Add(Math.Min(255, loudest >> 7));
        }

        return peaks;
    }
}
