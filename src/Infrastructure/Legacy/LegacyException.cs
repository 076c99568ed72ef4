namespace Director.Infrastructure.Legacy;

/// <summary>The former system's data cannot be read or taken in. The message names file, line and reason, for the person at the terminal.</summary>
public sealed class LegacyException : Exception
{
    /// <inheritdoc />
    public LegacyException(string message) : base(message) { }

    /// <inheritdoc />
    public LegacyException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>A place in an export that is not as it should be.</summary>
    internal static LegacyException At(string file, long line, string reason) =>
        new($"The export is broken: {file}, line {line}: {reason} Nothing was imported.");

    /// <summary>An export that is broken as a whole.</summary>
    internal static LegacyException Broken(string file, string reason, Exception? inner = null)
    {
        var message = $"The export is broken: {file}: {reason} Nothing was imported.";
        return inner is null ? new(message) : new(message, inner);
    }
}
