using Npgsql;
using NpgsqlTypes;

namespace Director.Infrastructure.Legacy.Import;

/// <summary>
/// Many rows in one statement, a list for each column. PostgreSQL refuses COPY into tables with policies; this way every policy holds and no table
/// is locked.
/// </summary>
internal sealed class BulkInsert<T>(string table, string ending = "on conflict do nothing")
{
    private readonly List<(string Name, string Sql, NpgsqlDbType Type, Func<T, object?> Value)> columns = [];

    internal BulkInsert<T> Column(string name, NpgsqlDbType type, Func<T, object?> value)
    {
        columns.Add((name, name, type, value));
        return this;
    }

    /// <summary>A column of JSON, sent as text.</summary>
    internal BulkInsert<T> Json(string name, Func<T, object?> value)
    {
        columns.Add((name, $"{name}::jsonb", NpgsqlDbType.Text, value));
        return this;
    }

    /// <returns>How many were written.</returns>
    internal async Task<int> RunAsync(NpgsqlConnection db, IReadOnlyList<T> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return 0;
        var names = string.Join(", ", columns.Select(c => c.Name));
        await using var command = new NpgsqlCommand(
            $"insert into {table} ({names}) select {string.Join(", ", columns.Select(c => c.Sql))} from unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) x({names}) {ending}", db) { CommandTimeout = 0 };
        foreach (var (_, _, type, value) in columns) command.Parameters.Add(new NpgsqlParameter { Value = Array(type, rows, value), NpgsqlDbType = NpgsqlDbType.Array | type });
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static object Array(NpgsqlDbType type, IReadOnlyList<T> rows, Func<T, object?> value) => type switch
    {
        NpgsqlDbType.Uuid => Of<Guid?>(rows, value),
        NpgsqlDbType.Integer => Of<int?>(rows, value),
        NpgsqlDbType.Bigint => Of<long?>(rows, value),
        NpgsqlDbType.Boolean => Of<bool?>(rows, value),
        NpgsqlDbType.Numeric => Of<decimal?>(rows, value),
        NpgsqlDbType.TimestampTz => Of<DateTime?>(rows, value),
        NpgsqlDbType.Bytea => Of<byte[]?>(rows, value),
        _ => Of<string?>(rows, value),
    };

    private static TValue[] Of<TValue>(IReadOnlyList<T> rows, Func<T, object?> value)
    {
        var array = new TValue[rows.Count];
        for (var i = 0; i < array.Length; i++) array[i] = (TValue)value(rows[i])!;
        return array;
    }
}
