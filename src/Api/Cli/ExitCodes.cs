namespace Director.Api.Cli;

/// <summary>What the process ends with; documented in <c>docs/operations.md</c>.</summary>
internal static class ExitCodes
{
    internal const int Done = 0;

    /// <summary>Something unforeseen; the log has the details.</summary>
    internal const int Failed = 1;

    /// <summary>The command was given wrongly, or needs a confirmation it was not given.</summary>
    internal const int Usage = 2;

    /// <summary>A setting, the machine or the database does not allow it; the message says what to do.</summary>
    internal const int Refused = 3;

    /// <summary>Stopped on request before it was done.</summary>
    internal const int Interrupted = 130;
}
