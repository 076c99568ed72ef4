using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>Remembers which export was imported into which workspace, to its end.</summary>
internal sealed class LegacyMarks(NpgsqlConnection db, LegacyWorkspaces workspaces)
{
    private const string Table = "(export)";

    /// <returns>1 when it was not remembered before.</returns>
    internal async Task<int> LeaveAsync(string sha256, CancellationToken ct)
    {
        await workspaces.UseAsync(workspaces.Named.Id, ct);
        await using var command = new NpgsqlCommand($"""
            insert into legacy_rows (workspace_id, source_table, source_id, fate, target_type, target_id, at) values ($1, '{Table}', $2, 'imported', 'workspace', $1, now()) on conflict do nothing
            """, db) { Parameters = { new() { Value = workspaces.Named.Id }, new() { Value = sha256 } } };
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The workspace's id; null: none.</summary>
    internal static async Task<string?> FindAsync(NpgsqlConnection db, string sha256, CancellationToken ct)
    {
        // Rows are seen from their workspace alone, so each is asked.
        foreach (var workspace in await Sql.ListAsync(db, "select id::text from workspaces order by created_at", ct))
        {
            await Sql.ScalarAsync<string>(db, "select set_config('app.workspace', $1, false)", ct, workspace);
            if (await Sql.ScalarAsync<bool>(db, $"select exists (select from legacy_rows where workspace_id = $1::uuid and source_table = '{Table}' and source_id = $2)", ct, workspace, sha256)) return workspace;
        }

        return null;
    }
}
