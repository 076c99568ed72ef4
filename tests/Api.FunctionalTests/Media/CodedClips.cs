using System.Globalization;
using Director.Infrastructure.Media;

namespace Director.Api.FunctionalTests.Media;

/// <summary>Clips whose every picture carries its number as ten black or white bars, and the reading of them.</summary>
internal static class CodedClips
{
    private const int Bits = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>A clip of 320 by 180 with a tone.</summary>
    /// <param name="frames">How many pictures.</param>
    /// <param name="rate">As a rational.</param>
    /// <param name="first">The number of the first picture.</param>
    internal static async Task<byte[]> MakeAsync(int frames, string rate, int first = 0)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.mp4");
        try
        {
            var picture = string.Create(CultureInfo.InvariantCulture, $"color=c=black:s=320x180:r={rate}:d=60,format=yuv420p,geq=lum='if(bitand(N+{first}\\,pow(2\\,floor(X/32)))\\,235\\,16)':cb=128:cr=128");
            string[] arguments =
            [
                "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000", "-frames:v", frames.ToString(CultureInfo.InvariantCulture), "-shortest",
                "-c:v", "libx264", "-preset", "ultrafast", "-qp", "10", "-pix_fmt", "yuv420p", "-c:a", "aac", path,
            ];
            (await Ffmpeg.RunAsync(arguments, Limit, CancellationToken.None)).Should().BeNull();
            return await File.ReadAllBytesAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The number that every picture of a clip carries, in order.</summary>
    internal static async Task<int[]> ReadAsync(byte[] clip)
    {
        var (path, read) = (Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.mp4"), Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.raw"));
        try
        {
            await File.WriteAllBytesAsync(path, clip);
            (await Ffmpeg.RunAsync(["-i", path, "-map", "0:v:0", "-vsync", "passthrough", "-vf", "crop=iw:ih/4:0:ih/2,scale=10:1:flags=area,format=gray", "-f", "rawvideo", read], Limit, CancellationToken.None)).Should().BeNull();
            return [.. (await File.ReadAllBytesAsync(read)).Chunk(Bits).Select(bars => bars.Select((bar, bit) => bar > 127 ? 1 << bit : 0).Sum())];
        }
        finally
        {
            File.Delete(path);
            File.Delete(read);
        }
    }

    /// <summary>What ffprobe says of a clip's pictures: key, then kind, of each.</summary>
    internal static async Task<string> FramesAsync(byte[] clip)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.mp4");
        try
        {
            await File.WriteAllBytesAsync(path, clip);
            var (failure, said) = await Ffmpeg.ProbeAsync(["-select_streams", "v:0", "-show_frames", "-show_entries", "frame=key_frame,pict_type", path], Limit, CancellationToken.None);
            failure.Should().BeNull();
            using var json = System.Text.Json.JsonDocument.Parse(said);
            return string.Concat(json.RootElement.GetProperty("frames").EnumerateArray().Select(f => f.GetProperty("pict_type").GetString()));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
