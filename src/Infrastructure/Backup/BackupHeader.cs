namespace Director.Infrastructure.Backup;

/// <summary>How much a backup holds.</summary>
public enum BackupScope
{
    /// <summary>Everything of a server.</summary>
    Server,
    /// <summary>One workspace, with the people named in it.</summary>
    Workspace,
}

/// <summary>The first entry of a backup: everything that decides whether it fits, before a row is read.</summary>
/// <param name="Kind">Always <c>director-backup</c>.</param>
/// <param name="FormatVersion">The version of the file's own format.</param>
/// <param name="DirectorVersion">The Director that wrote it.</param>
/// <param name="CreatedAt">When its snapshot was taken.</param>
/// <param name="Scope">What it holds.</param>
/// <param name="Workspace">The workspace; only where it holds just one.</param>
/// <param name="PostgresVersion">The server the rows come from; any other supported one will do.</param>
/// <param name="SecretKey">A fingerprint of the secret key that wraps what is secret in the rows; null where nothing of that kind is taken along.</param>
/// <param name="Migrations">The schema the rows fit, as the ids of its migrations, oldest first.</param>
/// <param name="Tables">What is taken, in the order in which it can be put back.</param>
/// <param name="NotTaken">The tables that are left out.</param>
/// <param name="WithMedia">Whether files are taken along; rows alone are enough before a migration.</param>
public sealed record BackupHeader(
    string Kind, int FormatVersion, string DirectorVersion, DateTimeOffset CreatedAt, BackupScope Scope, BackedUpWorkspace? Workspace, string PostgresVersion,
    string? SecretKey, IReadOnlyList<string> Migrations, IReadOnlyList<BackedUpTable> Tables, IReadOnlyList<string> NotTaken, bool WithMedia);

/// <summary>The workspace of a backup that holds just one.</summary>
/// <param name="Id">Its id, which it keeps.</param>
/// <param name="Slug">Its slug on the server it comes from.</param>
/// <param name="Name">Its name.</param>
public sealed record BackedUpWorkspace(Guid Id, string Slug, string Name);

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The columns of its rows, in their order in the rows. What the database computes or numbers itself is not among them.</param>
public sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns);
