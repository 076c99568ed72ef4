using Director.Application.Common.Ports;
using Director.Infrastructure.Persistence.Tenancy;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>
/// Hand-written statements, one round trip each. Within a unit of work they run in its transaction, whose connection names the
/// workspace already; elsewhere the workspace travels with the statement, for that statement alone.
/// </summary>
internal sealed class DirectorSql(RunningTransaction running, NpgsqlDataSource database, ICaller caller)
{
    /// <summary>The workspace that every statement names as <c>@workspace</c>.</summary>
    internal Guid Workspace => caller.Workspace().Value;

    /// <summary>Runs a statement and reads every row.</summary>
    internal Task<List<T>> ReadAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        var workspace = Workspace;
        return ReadAnywhereAsync(sql, p =>
        {
            p.AddWithValue("workspace", workspace);
            bind(p);
        }, row, ct);
    }

    /// <summary>The same for what belongs to no workspace.</summary>
    internal Task<List<T>> ReadAnywhereAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> row, CancellationToken ct) =>
        running.Current is { } transaction ? WithinAsync(transaction, sql, bind, row, ct) : AloneAsync(sql, bind, row, ct);

    private static async Task<List<T>> WithinAsync<T>(
        NpgsqlTransaction transaction, string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        bind(command.Parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await RowsAsync(reader, row, ct);
    }

    private async Task<List<T>> AloneAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        // Both travel together and share an implicit transaction, with which the workspace is forgotten again.
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(TenantScope.ForTransaction(caller));
        var command = new NpgsqlBatchCommand(sql);
        bind(command.Parameters);
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await RowsAsync(reader, row, ct);
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }
}
