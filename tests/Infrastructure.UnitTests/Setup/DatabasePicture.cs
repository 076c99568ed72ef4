using Npgsql;

namespace Director.Infrastructure.UnitTests.Setup;

/// <summary>
/// Everything a database consists of, line by line: all of the catalog (tables, columns, types, functions, grants, extensions, settings, and
/// what the whole server shares: roles, their memberships, databases), every row of every table, and where every sequence stands.
/// </summary>
internal static class DatabasePicture
{
    /// <summary>
    /// What the server itself keeps up to date while nobody changes anything: counts for its planner, and how far its vacuum has come.
    /// </summary>
    private const string KeptByTheServer =
        "'{relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid,datfrozenxid,datminmxid}'::text[]";

    private const string Catalogs = """
        SELECT format('pg_catalog.%I', relname) FROM pg_class
        WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'pg\_statistic%' ORDER BY 1
        """;

    private const string Tables = """
        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'm', 'S') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_toast%' ORDER BY 1
        """;

    /// <summary>Takes the picture as somebody who may see everything.</summary>
    internal static async Task<IReadOnlyList<string>> TakeAsync(string superuser)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var picture = new List<string>();
        foreach (var catalog in await ListAsync(connection, Catalogs))
            picture.AddRange(await ListAsync(connection, $"SELECT '{catalog} ' || (to_jsonb(t) - {KeptByTheServer})::text FROM {catalog} t ORDER BY 1"));
        foreach (var table in await ListAsync(connection, Tables))
        {
            // With where and by whom it was written: also a row that was rewritten as it was is seen.
            picture.AddRange(await ListAsync(connection, $"SELECT '{table} ' || to_jsonb(r)::text FROM (SELECT ctid::text AS place, xmin::text AS writer, * FROM {table}) r ORDER BY 1"));
        }

        return picture;
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
