using System.Runtime.Versioning;
using Director.Infrastructure.UnitTests.EmbeddedPostgres;

namespace Director.Infrastructure.UnitTests.Setup;

/// <summary>A small schema with one table of each kind the server's role is treated differently for.</summary>
[UnsupportedOSPlatform("windows")]
internal static class SampleSchema
{
    internal const string Migration = "20260101000000_Sample";

    private const string Sql = """
        CREATE TABLE workspaces (id uuid PRIMARY KEY);
        CREATE TABLE assets (workspace_id uuid, id int, PRIMARY KEY (workspace_id, id));
        CREATE TABLE activity (workspace_id uuid, seq bigserial, PRIMARY KEY (workspace_id, seq));
        CREATE TABLE asset_search (workspace_id uuid, id int, document text);
        ALTER TABLE assets ENABLE ROW LEVEL SECURITY;
        ALTER TABLE assets FORCE ROW LEVEL SECURITY;
        ALTER TABLE activity ENABLE ROW LEVEL SECURITY;
        ALTER TABLE activity FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON assets USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
        CREATE POLICY own ON activity USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
        CREATE FUNCTION search_assets() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public
            AS 'SELECT count(*) FROM asset_search';
        REVOKE EXECUTE ON FUNCTION search_assets() FROM PUBLIC;
        INSERT INTO "__EFMigrationsHistory" VALUES ('20260101000000_Sample', '10');
        """;

    /// <summary>Applies the one migration unless the history has it.</summary>
    internal static async Task MigrateAsync(string owner, CancellationToken cancellationToken)
    {
        var applied = await EmbeddedPostgresServerTests.ScalarAsync(owner, "SELECT count(*) FROM \"__EFMigrationsHistory\"");
        if (applied is 0L) await EmbeddedPostgresServerTests.ExecuteAsync(owner, $"BEGIN; {Sql} COMMIT");
    }
}
