using System.Runtime.Versioning;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static Director.Infrastructure.UnitTests.EmbeddedPostgres.EmbeddedPostgresServerTests;

namespace Director.Infrastructure.UnitTests.Setup;

[UnsupportedOSPlatform("windows")]
public sealed class DatabaseSetupTests(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    private const string OldSystem = """
        CREATE TYPE asset_kind AS ENUM ('image', 'video');
        CREATE TABLE characters (id serial PRIMARY KEY, name text);
        CREATE TABLE film_projects (id serial PRIMARY KEY, title text);
        CREATE TABLE assets (id serial PRIMARY KEY, kind asset_kind);
        CREATE VIEW latest AS SELECT * FROM film_projects;
        INSERT INTO characters (name) VALUES ('Anna'), ('Борис');
        """;

    /// <summary>Everything a foreign database consists of, as one text: two equal texts mean that nothing changed.</summary>
    private const string Fingerprint = """
        SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
            SELECT format('%s %s %s %s', c.oid, c.relname, c.relfilenode, c.relacl) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL SELECT format('%s %s', oid, typname) FROM pg_type WHERE typnamespace = 'public'::regnamespace
            UNION ALL SELECT format('%s %s', nspname, nspacl) FROM pg_namespace
            UNION ALL SELECT format('%s %s', rolname, rolpassword) FROM pg_authid WHERE rolname NOT LIKE 'owner\_%' AND rolname NOT LIKE 'director\_app\_%'
            UNION ALL SELECT characters::text FROM characters) everything (line)
        """;

    public static TheoryData<int> Versions => DatabaseServers.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_empty_database_is_migrated_and_served_by_a_role_that_owns_nothing(int version)
    {
        var connections = await SetUpAsync(await servers.CreateAsync(version));
        var app = connections.App.Reveal();

        (await ScalarAsync(app, "SELECT current_user::text LIKE 'director\\_app\\_%'")).Should().Be(true);
        (await ScalarAsync(app, "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")).Should().Be(0L);
        (await ScalarAsync(app, "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user"))
            .Should().Be(false);
        await using var source = NpgsqlDataSource.Create(app);
        (await AppRoleCheck.EffectiveRoleCanBypassAsync(source, CancellationToken.None)).Should().BeFalse();
    }

    [Theory]
    [InlineData("SELECT count(*) FROM assets", null)]
    [InlineData("INSERT INTO workspaces VALUES (gen_random_uuid())", null)]
    [InlineData("UPDATE assets SET id = 2", null)]
    [InlineData("DELETE FROM assets", null)]
    [InlineData("SELECT count(*) FROM activity", null)]
    [InlineData("SELECT nextval('activity_seq_seq')", null)]
    [InlineData("SELECT search_assets()", null)]
    [InlineData("UPDATE activity SET seq = 1", "42501")]
    [InlineData("DELETE FROM activity", "42501")]
    [InlineData("TRUNCATE activity", "42501")]
    [InlineData("SELECT count(*) FROM asset_search", "42501")]
    [InlineData("SELECT * FROM \"__EFMigrationsHistory\"", "42501")]
    [InlineData("CREATE TABLE mine (id int)", "42501")]
    [InlineData("ALTER TABLE assets DISABLE ROW LEVEL SECURITY", "42501")]
    [InlineData("TRUNCATE assets", "42501")]
    [InlineData("DROP TABLE assets", "42501")]
    [InlineData("SET ROLE director", "42501")]
    [InlineData("CREATE ROLE friend", "42501")]
    public async Task The_server_s_role_may_do_this_and_nothing_else(string sql, string? refusedBy)
    {
        var app = (await SetUpAsync(await servers.CreateAsync(18))).App.Reveal();
        var doing = () => ScalarAsync(app, sql);

        if (refusedBy is null) await doing.Should().NotThrowAsync();
        else (await doing.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(refusedBy);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Tables_that_are_not_Directors_are_named_and_left_untouched(int version)
    {
        var owner = await servers.CreateAsync(version);
        await ExecuteAsync(owner.Reveal(), OldSystem);
        var before = await ScalarAsync(owner.Reveal(), Fingerprint);

        var settingUp = () => SetUpAsync(owner);

        (await settingUp.Should().ThrowAsync<DatabaseSetupException>()).Which.Message.Should()
            .Contain("assets, characters, film_projects, latest").And.Contain("director legacy export").And.Contain("director migrate --fresh");
        (await ScalarAsync(owner.Reveal(), Fingerprint)).Should().Be(before);
        (await ScalarAsync(owner.Reveal(), "SELECT to_regclass('\"__EFMigrationsHistory\"') IS NULL")).Should().Be(true);
    }

    [Fact]
    public async Task Another_application_s_history_does_not_make_its_tables_Director_s()
    {
        var owner = await servers.CreateAsync(18);
        await ExecuteAsync(
            owner.Reveal(),
            """
            CREATE TABLE orders (id int);
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" text, "ProductVersion" text);
            INSERT INTO "__EFMigrationsHistory" VALUES ('20200101000000_Shop', '5');
            """);

        var settingUp = () => SetUpAsync(owner);

        await settingUp.Should().ThrowAsync<DatabaseSetupException>().WithMessage("*not Director's*orders*");
    }

    [Fact]
    public async Task An_extension_s_tables_are_nobody_s()
    {
        var owner = await servers.CreateAsync(18);
        await ExecuteAsync(owner.Reveal(), "CREATE EXTENSION pg_buffercache");

        var settingUp = () => SetUpAsync(owner);

        await settingUp.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Fresh_deletes_what_was_there_and_begins_anew()
    {
        var owner = await servers.CreateAsync(18);
        await ExecuteAsync(owner.Reveal(), OldSystem);

        await SetUpAsync(owner, options => options with { Fresh = true });

        (await ScalarAsync(owner.Reveal(), "SELECT to_regclass('characters') IS NULL")).Should().Be(true);
        (await ScalarAsync(owner.Reveal(), "SELECT to_regclass('workspaces') IS NULL")).Should().Be(false);
    }

    [Fact]
    public async Task A_database_of_a_newer_Director_is_refused()
    {
        var owner = await servers.CreateAsync(18);
        await SetUpAsync(owner);
        await ExecuteAsync(owner.Reveal(), "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '99')");

        var settingUp = () => SetUpAsync(owner);

        await settingUp.Should().ThrowAsync<DatabaseSetupException>().WithMessage("*newer Director*20990101000000_Later*");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Setting_up_again_changes_nothing_and_keeps_the_data(int version)
    {
        var owner = await servers.CreateAsync(version);
        var first = await SetUpAsync(owner);
        await ExecuteAsync(first.App.Reveal(), "INSERT INTO workspaces VALUES ('00000000-0000-7000-8000-000000000001')");

        var second = await SetUpAsync(owner);

        second.App.Reveal().Should().Be(first.App.Reveal());
        (await ScalarAsync(second.App.Reveal(), "SELECT count(*) FROM workspaces")).Should().Be(1L);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Several_nodes_at_once_migrate_once_and_agree_on_the_role(int version)
    {
        var owner = await servers.CreateAsync(version);

        var connections = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SetUpAsync(owner))));

        connections.Select(connection => connection.App.Reveal()).Distinct().Should().ContainSingle();
        (await ScalarAsync(owner.Reveal(), "SELECT count(*) FROM \"__EFMigrationsHistory\"")).Should().Be(1L);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_owner_who_may_create_roles_but_is_no_superuser_is_enough(int version)
    {
        var owner = await servers.CreateAsync(version, "CREATEROLE");

        var connections = await SetUpAsync(owner);

        (await ScalarAsync(connections.App.Reveal(), "SELECT count(*) FROM assets")).Should().Be(0L);
        (await SetUpAsync(owner)).App.Reveal().Should().Be(connections.App.Reveal());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_owner_who_may_not_create_roles_is_given_the_very_SQL_without_the_password(int version)
    {
        var owner = await servers.CreateAsync(version, "NOCREATEROLE");
        var refusal = (await FluentActions.Awaiting(() => SetUpAsync(owner)).Should().ThrowAsync<DatabaseSetupException>()).Which.Message;
        var sql = refusal.Split('\n').Single(line => line.TrimStart().StartsWith("CREATE ROLE", StringComparison.Ordinal));

        await servers.AsSuperuserAsync(version, owner, sql);

        var app = (await SetUpAsync(owner)).App;
        refusal.Should().NotContain(new NpgsqlConnectionStringBuilder(app.Reveal()).Password);
        (await ScalarAsync(app.Reveal(), "SELECT count(*) FROM assets")).Should().Be(0L);
    }

    [Fact]
    public async Task A_given_role_is_used_as_it_is()
    {
        var owner = await servers.CreateAsync(18);
        await servers.AsSuperuserAsync(18, owner, "CREATE ROLE given_app LOGIN PASSWORD 'given'");
        var given = new Secret(new NpgsqlConnectionStringBuilder(owner.Reveal()) { Username = "given_app", Password = "given" }.ConnectionString);

        var connections = await SetUpAsync(owner, options => options with { App = given });

        (await ScalarAsync(connections.App.Reveal(), "SELECT current_user::text")).Should().Be("given_app");
    }

    [Theory]
    [InlineData("SUPERUSER", "the role is a superuser")]
    [InlineData("BYPASSRLS", "the role has BYPASSRLS")]
    [InlineData("IN ROLE director", "the role is a member of director")]
    public async Task A_given_role_that_could_get_round_the_walls_is_refused(string attributes, string reason)
    {
        var owner = await servers.CreateAsync(18);
        var name = $"strong_{attributes.Split(' ')[0].ToLowerInvariant()}";
        await servers.AsSuperuserAsync(18, owner, $"CREATE ROLE {name} LOGIN PASSWORD 'given' {attributes}");
        var given = new Secret(new NpgsqlConnectionStringBuilder(owner.Reveal()) { Username = name, Password = "given" }.ConnectionString);

        var settingUp = () => SetUpAsync(owner, options => options with { App = given });

        await settingUp.Should().ThrowAsync<DatabaseSetupException>().WithMessage($"*{reason}*");
    }

    [Theory]
    [InlineData("ALTER TABLE assets NO FORCE ROW LEVEL SECURITY", "assets is not forced*")]
    [InlineData("GRANT UPDATE ON activity TO PUBLIC", "*audit trail")]
    [InlineData("GRANT CREATE ON SCHEMA public TO PUBLIC", "*create tables")]
    [InlineData("GRANT SELECT ON asset_search TO PUBLIC", "asset_search is not forced*")]
    public async Task A_wall_taken_down_afterwards_is_noticed(string sql, string expected)
    {
        var owner = await servers.CreateAsync(18);
        var app = (await SetUpAsync(owner)).App.Reveal();

        await ExecuteAsync(owner.Reveal(), sql);

        await using var connection = new NpgsqlConnection(app);
        await connection.OpenAsync();
        (await AppRoleCheck.FindWaysAsync(connection, CancellationToken.None)).Should().ContainSingle().Which.Should().Match(expected);
    }

    [Fact]
    public async Task The_owner_s_own_role_is_refused_for_the_server()
    {
        var owner = await servers.CreateAsync(18);

        var settingUp = () => SetUpAsync(owner, options => options with { App = owner });

        await settingUp.Should().ThrowAsync<DatabaseSetupException>().WithMessage("DATABASE_APP_URL names the same role*");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_reported_without_the_password()
    {
        var nowhere = new Secret("Host=127.0.0.1;Port=1;Username=ann;Password=canary;Database=film");

        var settingUp = () => SetUpAsync(nowhere, options => options with { Patience = TimeSpan.Zero });

        (await settingUp.Should().ThrowAsync<DatabaseSetupException>()).Which.Message.Should()
            .Contain("127.0.0.1:1").And.Contain("DATABASE_URL").And.NotContain("canary");
    }

    private static Task<DatabaseConnections> SetUpAsync(Secret owner, Func<DatabaseSetupOptions, DatabaseSetupOptions>? change = null)
    {
        var options = new DatabaseSetupOptions
        {
            Owner = owner,
            SecretKey = new Secret("a secret key that is long enough for everything"),
            Migrations = [SampleSchema.Migration],
        };
        return new DatabaseSetup(NullLogger.Instance).RunAsync(change?.Invoke(options) ?? options, SampleSchema.MigrateAsync, CancellationToken.None);
    }
}
