using System.Data.Common;
using Npgsql;

namespace Director.Infrastructure.Persistence.Setup;

/// <summary>Asks the database whether the role a connection works as could get round the walls between workspaces. A
/// server whose role could must not take requests.</summary>
public static class AppRoleCheck
{
    private const string Ways = """
        SELECT 'the role is a superuser' FROM pg_catalog.pg_roles WHERE rolname IN (current_user, session_user) AND rolsuper
        UNION ALL
        SELECT 'the role has BYPASSRLS' FROM pg_catalog.pg_roles WHERE rolname IN (current_user, session_user) AND rolbypassrls
        UNION ALL
        SELECT format('the role is a member of %I, which could', rolname) FROM pg_catalog.pg_roles
        WHERE (rolsuper OR rolbypassrls) AND rolname NOT IN (current_user, session_user) AND pg_has_role(session_user, oid, 'MEMBER')
        UNION ALL
        SELECT format('the role owns %I', c.relname) FROM pg_catalog.pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND pg_has_role(session_user, c.relowner, 'MEMBER')
        UNION ALL
        SELECT format('%I is not forced to keep workspaces apart', c.relname) FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
          AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE')
        UNION ALL
        SELECT 'the role may change the audit trail'
        WHERE to_regclass('activity') IS NOT NULL AND has_table_privilege('activity', 'UPDATE, DELETE, TRUNCATE')
        UNION ALL
        SELECT 'the role may create tables' WHERE has_schema_privilege(current_schema()::text, 'CREATE')
        """;

    /// <summary>Whether the role could bypass anything; what <c>/health/ready</c> asks.</summary>
    public static async Task<bool> EffectiveRoleCanBypassAsync(DbDataSource app, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var connection = await app.OpenConnectionAsync(cancellationToken);
        return (await FindWaysAsync((NpgsqlConnection)connection, cancellationToken)).Count > 0;
    }

    /// <summary>Every way the connection's role could get round the walls, in words; empty is what must be.</summary>
    public static async Task<IReadOnlyList<string>> FindWaysAsync(NpgsqlConnection app, CancellationToken cancellationToken) =>
        await Sql.ListAsync(app, Ways, cancellationToken);
}
