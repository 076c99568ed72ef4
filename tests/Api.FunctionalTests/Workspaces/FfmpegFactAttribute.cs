using Director.Infrastructure.Media;

namespace Director.Api.FunctionalTests.Workspaces;

/// <summary>Needs ffmpeg: without it the test is skipped by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute()
    {
        if (Ffmpeg.Find() is null) Skip = "There is no ffmpeg on the PATH: apt-get install ffmpeg.";
    }
}
