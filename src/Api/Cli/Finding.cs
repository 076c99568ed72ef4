namespace Director.Api.Cli;

/// <summary>One thing that <c>doctor</c> looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Status"><c>ok</c>, <c>off</c> (optional, not set up), <c>warning</c> (works, should be seen to) or <c>broken</c>.</param>
/// <param name="Detail">What was found, and what to do.</param>
internal sealed record Finding(string Name, string Status, string Detail)
{
    internal const string Good = "ok";
    internal const string Off = "off";
    internal const string Warning = "warning";
    internal const string Broken = "broken";
}
