using System.Text;
using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>What the server's role may do: read and change rows, run functions, nothing else. Set anew after every
/// migration, in one transaction, so that what it may do is always exactly what stands here.</summary>
internal sealed class AppRoleGrants(string schema, string role)
{
    /// <summary>Only the owner's: the history, and the search index, which a function of the owner reads for the caller's
    /// workspace alone (under a policy PostgreSQL would not use its indexes).</summary>
    private static readonly string[] OwnerOnly = [DatabaseContents.History, "asset_search"];

    /// <summary>What is written once and never again: the audit trail, and the keys that sign what was given out.</summary>
    private static readonly string[] AppendOnly = ["activity", "security_events", "data_protection_keys"];

    private const string OwnTables = """
        SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v') AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relname
        """;

    private const string OwnFunctions = """
        SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = $1 AND pg_catalog.pg_has_role(p.proowner, 'USAGE')
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
        ORDER BY 1
        """;

    /// <summary>Sets the role's rights.</summary>
    /// <exception cref="DatabaseSetupException">The owner may not grant them; the message has the SQL for somebody who may.</exception>
    internal async Task ApplyAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var statements = await StatementsAsync(owner, cancellationToken);
        try
        {
            await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
            await Sql.ExecuteAsync(owner, statements, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseSetupException(
                $"The role of DATABASE_URL may not grant the server's role what it needs. Let the database's owner run this once, then start again:\n\n{statements}",
                exception);
        }
    }

    private async Task<string> StatementsAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var schemaName = Sql.Identifier(schema);
        var roleName = Sql.Identifier(role);
        var statements = new StringBuilder();
        if (!await Sql.ScalarAsync<bool>(owner, "SELECT has_database_privilege($1, current_database(), 'CONNECT')", cancellationToken, role))
        {
            statements.AppendLine(Invariant($"GRANT CONNECT ON DATABASE {Sql.Identifier(owner.Database)} TO {roleName};"));
        }

        if (!await Sql.ScalarAsync<bool>(owner, "SELECT has_schema_privilege($1, $2, 'USAGE')", cancellationToken, role, schema))
        {
            statements.AppendLine(Invariant($"GRANT USAGE ON SCHEMA {schemaName} TO {roleName};"));
        }

        if (await Sql.ScalarAsync<bool>(owner, "SELECT has_schema_privilege($1, $2, 'CREATE')", cancellationToken, role, schema))
        {
            // Databases made before PostgreSQL 15 let everybody create tables here.
            statements.AppendLine(Invariant($"REVOKE CREATE ON SCHEMA {schemaName} FROM PUBLIC, {roleName};"));
        }

        foreach (var table in await Sql.ListAsync(owner, OwnTables, cancellationToken, schema))
        {
            var tableName = $"{schemaName}.{Sql.Identifier(table)}";
            statements.AppendLine(Invariant($"REVOKE ALL ON {tableName} FROM PUBLIC, {roleName};"));
            if (OwnerOnly.Contains(table)) continue;
            var rights = AppendOnly.Contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
            statements.AppendLine(Invariant($"GRANT {rights} ON {tableName} TO {roleName};"));
        }

        statements.AppendLine(Invariant($"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schemaName} TO {roleName};"));
        foreach (var function in await Sql.ListAsync(owner, OwnFunctions, cancellationToken, schema))
        {
            statements.AppendLine(Invariant($"GRANT EXECUTE ON ROUTINE {function} TO {roleName};"));
        }

        return statements.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
