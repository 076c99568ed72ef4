namespace Director.Web.Tests;

/// <summary>Needs a browser: without one it is skipped by name, in CI it fails and says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string Browser = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Browser) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"There is no browser at {Browser}: apt-get install chromium, or name one in CHROMIUM.";
    }

    /// <summary>Fails with what to install when there is no browser.</summary>
    internal static void Require() => File.Exists(Browser).Should().BeTrue(because: $"the browser tests need {Browser}: apt-get install chromium");
}
