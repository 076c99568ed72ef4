namespace Director.Infrastructure.Backup;

/// <summary>A backup cannot be made or does not fit. The message says why and what to do, for the person at the terminal.</summary>
public sealed class BackupException : Exception
{
    /// <inheritdoc />
    public BackupException(string message) : base(message) { }

    /// <inheritdoc />
    public BackupException(string message, Exception innerException) : base(message, innerException) { }
}
