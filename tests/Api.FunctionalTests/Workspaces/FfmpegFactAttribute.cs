using Director.Infrastructure.Media;

namespace Director.Api.FunctionalTests.Workspaces;

/// <summary>Needs ffmpeg: without it the test is skipped by name, in CI it fails and says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute()
    {
        if (Ffmpeg.Find() is null && Environment.GetEnvironmentVariable("CI") != "true") Skip = "There is no ffmpeg on the PATH: apt-get install ffmpeg.";
    }

    /// <summary>Fails with what to install when there is no ffmpeg.</summary>
    internal static void Require() => Ffmpeg.Find().Should().NotBeNull("clips need ffmpeg on the PATH: apt-get install ffmpeg");
}
