using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Director.Api.FunctionalTests.Auth;

/// <summary>The walls between tenants, read back from PostgreSQL itself.</summary>
public sealed class DatabaseWallTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Tenant = "(workspace_id = (NULLIF(current_setting('app.workspace'::text, true), ''::text))::uuid)";

    /// <summary>Read by one function that names the workspace itself; nobody else has a grant.</summary>
    private const string Search = "asset_search";

    /// <summary>People's own record beside the workspaces'; it has walls of its own.</summary>
    private const string SecurityRecord = "security_events";

    private static readonly string TenantTables =
        "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'public'::regnamespace "
        + $"and c.relkind in ('r', 'p') and a.attname = 'workspace_id' and not a.attisdropped and c.relname <> '{SecurityRecord}' order by 1";

    [Fact]
    public async Task Row_level_security_is_enabled_and_forced_on_every_tenant_table()
    {
        var tables = await App.Database.ListAsync<string>(TenantTables);
        tables.Should().Contain(["assets", "activity", "tags", "workspace_members", "blobs", "idempotency_keys"]);
        foreach (var table in tables.Where(t => t != Search))
        {
            (await App.Database.ListAsync<bool>("select relrowsecurity and relforcerowsecurity from pg_class where oid = $1::regclass", table))
                .Should().Equal([true], "{0} must be walled", table);
            var reads = await App.Database.ListAsync<string>("select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = $1::regclass", table);
            var writes = await App.Database.ListAsync<string>("select pg_get_expr(polwithcheck, polrelid) from pg_policy where polrelid = $1::regclass", table);
            reads.Should().ContainSingle().Which.Should().Contain(Tenant);
            if (table != "workspace_members") reads.Should().Equal(Tenant);
            writes.Should().Equal([Tenant], "{0} must check what is written", table);
        }
    }

    [Fact]
    public async Task Every_key_of_a_tenant_table_begins_with_the_workspace()
    {
        var loose = await App.Database.ListAsync<string>("""
            select con.conrelid::regclass || '.' || con.conname from pg_constraint con
            where con.connamespace = 'public'::regnamespace and con.contype in ('p', 'u') and con.conrelid <> 'security_events'::regclass
              and exists (select from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'workspace_id')
              and (select attname from pg_attribute a where a.attrelid = con.conrelid and a.attnum = con.conkey[1]) <> 'workspace_id'
            union all
            select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
            where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> 'security_events'
              and exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'workspace_id')
              and (select attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) is distinct from 'workspace_id'
            """);
        loose.Should().BeEmpty("a key that does not name the workspace lets two tenants meet");
    }

    [Fact]
    public async Task Every_foreign_key_between_tenant_tables_begins_with_the_workspace()
    {
        const string keys = """
            select con.conname::text from pg_constraint con
            where con.connamespace = 'public'::regnamespace and con.contype = 'f'
              and exists (select from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'workspace_id')
              and exists (select from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'workspace_id')
            """;
        (await App.Database.ListAsync<string>(keys)).Should().NotBeEmpty();
        (await App.Database.ListAsync<string>(keys + """
             and ((select attname from pg_attribute a where a.attrelid = con.conrelid and a.attnum = con.conkey[1]) <> 'workspace_id'
              or (select attname from pg_attribute a where a.attrelid = con.confrelid and a.attnum = con.confkey[1]) <> 'workspace_id')
            """)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_pick_can_only_name_a_live_child_of_its_own()
    {
        (await App.Database.ListAsync<string>("select pg_get_constraintdef(oid) from pg_constraint where conname = 'fk_assets_pick'"))
            .Should().ContainSingle().Which.Should().StartWith(
                "FOREIGN KEY (workspace_id, id, selected_child_id) REFERENCES assets(workspace_id, live_parent_id, id)");
        (await App.Database.ListAsync<string>("select pg_get_constraintdef(oid) from pg_constraint where conname = 'ux_assets_live_child'"))
            .Should().Equal("UNIQUE (workspace_id, live_parent_id, id)");
        (await App.Database.ListAsync<string>("select attgenerated::text from pg_attribute where attrelid = 'assets'::regclass and attname = 'live_parent_id'"))
            .Should().Equal("s");
    }

    [Fact]
    public async Task The_servers_role_is_no_superuser_bypasses_nothing_and_owns_nothing()
    {
        await using var connection = await App.OpenAsServerAsync();

        (await TestDatabase.ListAsync<bool>(connection, "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = current_user"))
            .Should().Equal(false);
        (await TestDatabase.ListAsync<long>(connection, "select count(*) from pg_class where pg_has_role(current_user, relowner, 'member')")).Should().Equal(0);
        (await TestDatabase.ListAsync<long>(connection, "select count(*) from pg_proc where pg_has_role(current_user, proowner, 'member')")).Should().Equal(0);
        (await TestDatabase.ListAsync<bool>(connection, "select has_schema_privilege('public', 'create')")).Should().Equal(false);
    }

    [Fact]
    public async Task The_server_under_test_runs_as_that_role()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();

        (await context.Database.SqlQueryRaw<string>("select current_user::text as \"Value\"").SingleAsync())
            .Should().StartWith("director_app_");
    }

    [Fact]
    public async Task Without_a_workspace_the_servers_role_sees_no_row_of_any_tenant()
    {
        await FillAsync();
        await using var connection = await App.OpenAsServerAsync();
        foreach (var table in (await App.Database.ListAsync<string>(TenantTables)).Where(t => t != Search))
        {
            (await TestDatabase.ListAsync<long>(connection, $"select count(*) from {table}")).Should().Equal([0L], "{0} without a workspace", table);
        }

        (await App.Database.ListAsync<long>("select count(*) from tags")).Should().Equal([2L], "the rows are there");
    }

    [Fact]
    public async Task With_a_workspace_the_servers_role_sees_and_writes_that_one_alone()
    {
        var (alice, mallory) = await FillAsync();
        await using var connection = await App.OpenAsServerAsync();
        await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', $1, false)", alice.WorkspaceId.ToString());

        (await TestDatabase.ListAsync<Guid>(connection, "select workspace_id from tags")).Should().Equal(alice.WorkspaceId);
        (await TestDatabase.ListAsync<Guid>(connection, "update tags set name = 'mine' returning workspace_id")).Should().Equal(alice.WorkspaceId);
        (await TestDatabase.ListAsync<Guid>(connection, "delete from tags where workspace_id = $1 returning id", mallory.WorkspaceId)).Should().BeEmpty();
        var foreign = () => TestDatabase.ListAsync<Guid>(connection, InsertTag, mallory.WorkspaceId, Guid.CreateVersion7());
        (await foreign.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be("42501");
    }

    [Fact]
    public async Task Search_rows_are_closed_to_the_servers_role()
    {
        await using var connection = await App.OpenAsServerAsync();
        var read = () => TestDatabase.ListAsync<long>(connection, $"select count(*) from {Search}");

        (await read.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be("42501");
        (await App.Database.ListAsync<string>("select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1"))
            .Should().Equal("erase_workspace", "index_asset", "search_assets");
    }

    private const string InsertTag =
        "insert into tags (workspace_id, id, name, created_at) values ($1, $2, 'night', now()) returning id";

    private async Task<(TestPerson Alice, TestPerson Mallory)> FillAsync()
    {
        var people = (Alice: await App.PersonAsync("alice"), Mallory: await App.PersonAsync("mallory"));
        foreach (var person in (TestPerson[])[people.Alice, people.Mallory])
        {
            await using var connection = await App.Database.OpenAsOwnerAsync();
            await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', $1, false)", person.WorkspaceId.ToString());
            await TestDatabase.ListAsync<Guid>(connection, InsertTag, person.WorkspaceId, Guid.CreateVersion7());
        }

        return people;
    }
}
