namespace Director.Infrastructure.Persistence.Setup;

/// <summary>The database cannot be used as it is. The message says why and what to do, for the person at the terminal.</summary>
public sealed class DatabaseSetupException : Exception
{
    /// <inheritdoc />
    public DatabaseSetupException(string message) : base(message) { }

    /// <inheritdoc />
    public DatabaseSetupException(string message, Exception innerException) : base(message, innerException) { }
}
