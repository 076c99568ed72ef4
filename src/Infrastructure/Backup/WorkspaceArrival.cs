using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>What differs when one workspace comes to a server that has people of its own: they stay who they are, by id or by address, and
/// nothing that the old server may still be doing is done twice.</summary>
internal sealed class WorkspaceArrival(NpgsqlConnection connection, string? slug)
{
    private const string Incoming = "pg_temp.incoming";

    /// <summary>Whether anybody who came is known here by another id.</summary>
    private bool hasOthers;

    /// <summary>Adjusts the rows that have come for a table, before they are inserted.</summary>
    /// <returns>How many of them are here already and were left out.</returns>
    internal async Task<long> PrepareAsync(TableShape table, CancellationToken cancellationToken)
    {
        switch (table.Name)
        {
            case TablesNotTaken.People:
                return await MeetAsync(cancellationToken);
            case TablesNotTaken.Workspaces when slug is not null:
                await RunAsync($"UPDATE {Incoming} SET slug = $1", cancellationToken, slug);
                break;
            case "share_links":
                // Whoever holds an old link would come in here too; new ones are made here.
                await RunAsync($"UPDATE {Incoming} SET revoked_at = now() WHERE revoked_at IS NULL", cancellationToken);
                break;
            case "generations":
                // The server it comes from may finish these too; the same take would be paid for twice.
                await RunAsync($"""
                    UPDATE {Incoming} SET status = 'cancelled', ended_at = now(), claim_token = NULL, lease_until = NULL, not_before = NULL, deadline_at = NULL,
                      reserved_amount = 0, retryable = true,
                      message = 'The workspace moved to another server before this was made.' WHERE ended_at IS NULL
                    """, cancellationToken);
                break;
        }

        if (hasOthers && table.IsTenant) await RenameAsync(table, cancellationToken);
        return 0;
    }

    private async Task<long> MeetAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"""
            CREATE TEMP TABLE known_here ON COMMIT DROP AS
            SELECT DISTINCT ON (i.id) i.id AS theirs, u.id AS ours FROM {Incoming} i
            JOIN users u ON u.id = i.id OR u.normalized_email = i.normalized_email OR u.normalized_user_name = i.normalized_user_name
            ORDER BY i.id, u.id = i.id DESC
            """, cancellationToken);
        hasOthers = await Sql.ScalarAsync<bool>(connection, "SELECT EXISTS (SELECT FROM known_here WHERE theirs <> ours)", cancellationToken);
        await RunAsync($"UPDATE {Incoming} SET security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text, lockout_enabled = true", cancellationToken);
        return await RunAsync($"DELETE FROM {Incoming} WHERE id IN (SELECT theirs FROM known_here)", cancellationToken);
    }

    private async Task RenameAsync(TableShape table, CancellationToken cancellationToken)
    {
        foreach (var column in table.Copied.Where(column => column.Type == "uuid" && column.Name != TableShape.Workspace))
        {
            var name = Sql.Identifier(column.Name);
            await RunAsync($"UPDATE {Incoming} i SET {name} = k.ours FROM known_here k WHERE i.{name} = k.theirs AND k.theirs <> k.ours", cancellationToken);
        }
    }

    private async Task<int> RunAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
