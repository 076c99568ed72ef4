using System.Globalization;
using Director.Domain.Films;
using Director.Infrastructure.Media;

namespace Director.Infrastructure.Rendering;

/// <summary>A sound on disk, ready to be read.</summary>
/// <param name="Reader">How ffmpeg reads it.</param>
/// <param name="Path">Where it lies.</param>
internal sealed record SoundFile(string Reader, string Path);

/// <summary>Mixes what is heard under each shot, to the sample as long as the shot, and puts the shots' sounds one behind the other.</summary>
internal sealed class SoundMixing(FrameRate rate, string work)
{
    internal const int SamplesPerSecond = 48_000;
    private const int BytesPerSample = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>The whole film's sound so far: 16 bits, two channels.</summary>
    internal string Whole { get; } = Path.Combine(work, "sound.pcm");

    /// <returns>Null when it was added, else why not.</returns>
    internal async Task<string?> AddAsync(PlannedShot shot, IReadOnlyList<SoundFile> layers, CancellationToken ct)
    {
        // Both ends are rounded from the film's beginning, so that nothing adds up to a drift.
        var samples = SampleOf(shot.Start + shot.Frames) - SampleOf(shot.Start);
        await using var whole = new FileStream(Whole, FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        var before = whole.Position;
        if (layers.Count > 0)
        {
            var part = Path.Combine(work, "part.pcm");
            if (await MixAsync(layers, samples, part, ct) is { } failure) return failure;
            await using (var mixed = File.OpenRead(part)) await mixed.CopyToAsync(whole, ct);
            File.Delete(part);
        }

        var missing = before + samples * BytesPerSample - whole.Position;
        if (missing < 0) whole.SetLength(before + samples * BytesPerSample);
        var silence = new byte[64 * 1024];
        for (; missing > 0; missing -= silence.Length) await whole.WriteAsync(silence.AsMemory(0, (int)Math.Min(missing, silence.Length)), ct);
        return null;
    }

    private static Task<string?> MixAsync(IReadOnlyList<SoundFile> layers, long samples, string to, CancellationToken ct)
    {
        var each = layers.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"[{i}:a:0]aresample={SamplesPerSecond},aformat=sample_fmts=fltp:channel_layouts=stereo,apad,atrim=end_sample={samples}[l{i}]"));
        var all = string.Concat(layers.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"[l{i}]")));
        var graph = string.Create(CultureInfo.InvariantCulture, $"{string.Join(';', each)};{all}amix=inputs={layers.Count}:normalize=0:duration=longest[out]");
        return Ffmpeg.RunAsync(
            ["-y", .. layers.SelectMany(l => MediaReaders.Input(l.Reader, l.Path)), "-filter_complex", graph, "-map", "[out]", "-ar", SamplesPerSecond.ToString(CultureInfo.InvariantCulture), "-ac", "2", "-f", "s16le", to],
            Limit, ct);
    }

    private long SampleOf(long frame) => (long)Math.Round((decimal)frame * SamplesPerSecond * rate.Denominator / rate.Numerator, MidpointRounding.AwayFromZero);
}
