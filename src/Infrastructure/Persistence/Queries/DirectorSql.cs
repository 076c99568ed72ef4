using Director.Application.Common.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Hand-written statements on the context's own connection, so that they see its transaction and its workspace.</summary>
internal sealed class DirectorSql(DirectorDbContext db, ICaller caller)
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
    internal async Task<List<T>> ReadAnywhereAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
            bind(command.Parameters);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<T>();
            while (await reader.ReadAsync(ct)) rows.Add(row(reader));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
