using System.Runtime.Versioning;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.UnitTests.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static Director.Infrastructure.UnitTests.EmbeddedPostgres.EmbeddedPostgresServerTests;

namespace Director.Infrastructure.UnitTests.Backup;

/// <summary>What a backup takes follows the schema; what it leaves out is listed. A table that falls between the two fails here.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BackupTableTests(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    /// <summary>What a whole server's backup leaves out besides the scheduler's tables. Adding to it is a decision: say in docs/operations.md what is lost.</summary>
    private static readonly string[] LeftOutOfAServer = ["__EFMigrationsHistory", "asset_search", "user_sessions", "generation_turns", "provider_health"];

    [Fact]
    public async Task Every_table_is_in_a_server_s_backup_or_in_the_list_of_those_that_are_not()
    {
        var tables = await TablesAsync();

        var plan = BackupPlan.Of(tables, BackupScope.Server);

        plan.NotTaken.Where(name => !name.StartsWith("qrtz_", StringComparison.Ordinal)).Should().BeEquivalentTo(
            LeftOutOfAServer, "a table that cannot be without one of these goes with it, and has to be listed");
        plan.Tables.Select(table => table.Shape.Name).Concat(plan.NotTaken).Should().BeEquivalentTo(tables.Select(table => table.Name));
    }

    [Fact]
    public async Task Every_table_of_the_workspace_s_own_goes_with_it_or_is_listed()
    {
        var tables = await TablesAsync();

        var plan = BackupPlan.Of(tables, BackupScope.Workspace);

        var own = tables.Where(table => table.IsTenant).Select(table => table.Name).Append("workspaces").Append("users");
        plan.Tables.Select(table => table.Shape.Name).Concat(TablesNotTaken.OfAWorkspace).Append("asset_search").Should().Contain(own);
    }

    [Fact]
    public async Task What_others_refer_to_comes_before_them()
    {
        var plan = BackupPlan.Of(await TablesAsync(), BackupScope.Server);
        var names = plan.Tables.Select(table => table.Shape.Name).ToList();

        names.Take(2).Should().Equal("workspaces", "users");
        foreach (var table in plan.Tables)
        {
            foreach (var link in table.Shape.Links.Where(link => names.Contains(link.To))) names.IndexOf(link.To).Should().BeLessThan(names.IndexOf(table.Shape.Name));
        }
    }

    [Fact]
    public async Task Every_counter_belongs_to_a_column_that_is_taken_or_numbered_anew()
    {
        var database = await MigratedAsync();

        (await ScalarAsync(database, """
            SELECT string_agg(c.relname, ', ') FROM pg_class c WHERE c.relkind = 'S' AND c.relnamespace = 'public'::regnamespace
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))
            """)).Should().Be(DBNull.Value);
    }

    [Fact]
    public async Task A_person_leaves_with_a_workspace_without_anything_to_sign_in_with()
    {
        var plan = BackupPlan.Of(await TablesAsync(), BackupScope.Workspace);

        var people = plan.Tables.Single(table => table.Shape.Name == "users");
        people.Columns.Where(column => column.Expression.StartsWith('"')).Select(column => column.Shape.Name)
            .Should().BeEquivalentTo("id", "display_name", "created_at", "user_name", "normalized_user_name", "email", "normalized_email");
    }

    [Fact]
    public async Task A_restore_knows_every_table_of_the_schema_as_Director_s_own()
    {
        var tables = await TablesAsync();

        SchemaTables.Own.Should().Contain(tables.Select(table => table.Name).Where(name => name != "__EFMigrationsHistory"));
    }

    private async Task<IReadOnlyList<TableShape>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(await MigratedAsync());
        await connection.OpenAsync();
        return await DatabaseShape.ReadAsync(connection, CancellationToken.None);
    }

    private async Task<string> MigratedAsync()
    {
        var database = await servers.CreateAsync(18);
        await new DatabaseSetup(NullLogger.Instance).RunAsync(BackupFiles.Options(database), SchemaMigrations.ApplyAsync, CancellationToken.None);
        return database.Reveal();
    }
}
