using Director.Infrastructure.Persistence.Setup;
using Npgsql;

namespace Director.Infrastructure.Backup;

/// <summary>Reads from the database's own catalogue which tables there are, so that no list has to be kept, and an older schema is as good as today's.</summary>
internal static class DatabaseShape
{
    private const string Tables = """
        SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
          coalesce((SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_catalog.pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attnum = k.number WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid), '{}')
        FROM pg_catalog.pg_class c
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema()) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relname
        """;

    private const string Columns = """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
          a.attidentity = 'a' OR coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE '%pg_current_xact_id()%', false),
          pg_get_serial_sequence(quote_ident(current_schema()) || '.' || quote_ident(c.relname), a.attname)
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema()) AND c.relkind IN ('r', 'p')
        ORDER BY c.relname, a.attnum
        """;

    private const string Links = """
        SELECT f.relname, t.relname,
          (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place)
             JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number)
        FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class f ON f.oid = c.conrelid JOIN pg_catalog.pg_class t ON t.oid = c.confrelid
        WHERE c.contype = 'f' AND c.conrelid <> c.confrelid AND f.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
        ORDER BY c.oid
        """;

    /// <summary>Every table, those that others refer to before these; the directory of people and workspaces first of all.</summary>
    internal static async Task<IReadOnlyList<TableShape>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = await RowsAsync(connection, Columns, row => (
            Table: row.GetString(0),
            Shape: new ColumnShape(row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetString(5))),
            cancellationToken);
        var links = await RowsAsync(connection, Links, row => (
            Table: row.GetString(0), Shape: new LinkShape(row.GetString(1), row.GetFieldValue<string[]>(2))), cancellationToken);
        var columnsOf = columns.ToLookup(column => column.Table, column => column.Shape, StringComparer.Ordinal);
        var linksOf = links.ToLookup(link => link.Table, link => link.Shape, StringComparer.Ordinal);
        var tables = await RowsAsync(connection, Tables, row => new TableShape(
            row.GetString(0), [.. columnsOf[row.GetString(0)]], row.GetFieldValue<string[]>(2), [.. linksOf[row.GetString(0)]], row.GetBoolean(1)),
            cancellationToken);
        return InOrder(tables);
    }

    private static List<TableShape> InOrder(List<TableShape> tables)
    {
        var left = tables.OrderBy(table => Array.IndexOf([TablesNotTaken.Workspaces, TablesNotTaken.People], table.Name) is var place and >= 0 ? place : int.MaxValue)
            .ThenBy(table => table.IsTenant).ThenBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<TableShape>(left.Count);
        while (left.Count > 0)
        {
            var next = left.Find(table => !table.Links.Any(link => left.Exists(other => other.Name == link.To)))
                ?? throw new BackupException($"The tables {string.Join(", ", left.Select(table => table.Name))} refer to each other in a circle, which this version cannot back up.");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
