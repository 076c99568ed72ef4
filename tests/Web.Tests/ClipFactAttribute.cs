namespace Director.Web.Tests;

/// <summary>Needs a browser and ffmpeg to make clips for it: without either it is skipped by name, in CI it fails and says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClipFactAttribute : FactAttribute
{
    private const string Missing = "there is no ffmpeg on the PATH: apt-get install ffmpeg";

    public ClipFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true") Skip = new BrowserFactAttribute().Skip ?? (HasFfmpeg ? null! : Missing);
    }

    private static bool HasFfmpeg => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg")));

    /// <summary>Fails with what to install when something is missing.</summary>
    internal static void Require()
    {
        BrowserFactAttribute.Require();
        HasFfmpeg.Should().BeTrue(because: Missing);
    }
}
