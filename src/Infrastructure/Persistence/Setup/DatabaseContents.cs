using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>What stands in the schema Director would use, read without changing anything.</summary>
/// <param name="Schema">The schema new tables go to.</param>
/// <param name="Tables">Its tables, views and sequences that belong to no extension, without the history.</param>
/// <param name="Applied">The migrations its history knows; empty also when there is no history.</param>
internal sealed record DatabaseContents(string Schema, IReadOnlyList<string> Tables, IReadOnlyList<string> Applied)
{
    internal const string History = "__EFMigrationsHistory";

    private const string TablesOfSchema = """
        SELECT c.relname FROM pg_catalog.pg_class c
        WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = $1)
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname <> $2
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relname
        """;

    internal static async Task<DatabaseContents> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // One snapshot: another node may be in the middle of its migration.
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var schema = await Sql.ScalarAsync<string>(connection, "SELECT current_schema()::text", cancellationToken)
            ?? throw new DatabaseSetupException(
                "The database has no schema to put tables in: none of the owner's search_path exists. Create one (CREATE SCHEMA public) and start again.");
        var tables = await Sql.ListAsync(connection, TablesOfSchema, cancellationToken, schema, History);
        var hasHistory = await Sql.ScalarAsync<bool>(
            connection, "SELECT to_regclass($1) IS NOT NULL", cancellationToken, $"{Sql.Identifier(schema)}.{Sql.Identifier(History)}");
        var applied = hasHistory
            ? await Sql.ListAsync(
                connection,
                $"SELECT coalesce(to_jsonb(h) ->> 'migration_id', to_jsonb(h) ->> 'MigrationId', '') FROM {Sql.Identifier(schema)}.{Sql.Identifier(History)} h",
                cancellationToken)
            : [];
        return new DatabaseContents(schema, tables, applied);
    }

    /// <summary>Refuses what is not Director's, and what a newer Director made.</summary>
    /// <exception cref="DatabaseSetupException">It is one of those; nothing has been touched.</exception>
    internal void Check(IReadOnlyCollection<string> migrations)
    {
        if (Tables.Count > 0 && !Applied.Any(migrations.Contains)) throw NotDirectors();

        var unknown = Applied.Except(migrations).ToList();
        if (unknown.Count > 0)
        {
            throw new DatabaseSetupException(
                $"The database was used by a newer Director (it knows {string.Join(", ", unknown)}). Start that version or a later one; "
                + "this one would not understand the data.");
        }
    }

    private DatabaseSetupException NotDirectors()
    {
        const int mostNamed = 30;
        var named = string.Join(", ", Tables.Take(mostNamed)) + (Tables.Count > mostNamed ? $" and {Tables.Count - mostNamed} more" : "");
        return new DatabaseSetupException(
            $"The database that DATABASE_URL names holds tables that are not Director's; nothing was changed. Found in schema {Schema}: {named}.\n"
            + "There are two ways on:\n"
            + "  director legacy export   takes the data of the old system along, into an empty database that you then name by DATABASE_URL;\n"
            + "  director migrate --fresh deletes everything in that schema and begins anew.");
    }
}
