namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>The embedded server cannot run. The message is written for the person at the terminal: what is wrong and
/// what to do about it.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <inheritdoc />
    public EmbeddedPostgresException(string message) : base(message) { }

    /// <inheritdoc />
    public EmbeddedPostgresException(string message, Exception innerException) : base(message, innerException) { }
}
