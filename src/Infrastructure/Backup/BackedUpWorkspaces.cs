using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>Finds a workspace by what people call it.</summary>
public static class BackedUpWorkspaces
{
    /// <summary>Its id, by its slug or id.</summary>
    /// <exception cref="BackupException">There is none; the message names those there are.</exception>
    public static async Task<Guid> FindAsync(NpgsqlConnection owner, string slugOrId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slugOrId);
        var found = await Sql.ScalarAsync<Guid>(
            owner, $"SELECT id FROM {TablesNotTaken.Workspaces} WHERE slug = lower($1) OR id::text = lower($1)", cancellationToken, slugOrId);
        if (found != default) return found;
        var all = await Sql.ListAsync(owner, $"SELECT slug FROM {TablesNotTaken.Workspaces} ORDER BY slug", cancellationToken);
        throw new BackupException($"There is no workspace “{slugOrId}”. There are: {string.Join(", ", all)}.");
    }
}
