using System.Runtime.Versioning;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.UnitTests.Backup;
using Director.Infrastructure.UnitTests.EmbeddedPostgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using static Director.Infrastructure.UnitTests.EmbeddedPostgres.EmbeddedPostgresServerTests;

namespace Director.Infrastructure.UnitTests.Setup;

/// <summary>What a start finds and leaves when a migration of existing data fails in its middle.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FailingMigrationTests(DatabaseServers servers) : IClassFixture<DatabaseServers>, IDisposable
{
    private const string First = "20990101000000_First";
    private const string Second = "20990102000000_Second";
    private const string Third = "20990103000000_Third";
    private readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [MemberData(nameof(DatabaseServers.Versions), MemberType = typeof(DatabaseServers))]
    public async Task The_data_are_as_the_last_good_migration_left_them_and_the_message_names_the_backup(int version)
    {
        var database = await servers.CreateAsync(version, "CREATEROLE");
        await SetUpAsync(database, First);
        await ExecuteAsync(database.Reveal(), "INSERT INTO workspaces VALUES ('00000000-0000-7000-8000-000000000001', 'kept')");

        var starting = () => SetUpAsync(database, First, Second, Third);

        var message = (await starting.Should().ThrowAsync<DatabaseSetupException>()).Which.Message;
        var backup = Directory.GetFiles(data.Path, "before-*.director").Should().ContainSingle().Subject;
        message.Should().Contain($"The migration {Third} failed").And.Contain("division by zero").And.Contain($"as {Second} left them").And.Contain(backup);
        (await ScalarAsync(database.Reveal(), "SELECT string_agg(migration_id, ' ' ORDER BY migration_id) FROM \"__EFMigrationsHistory\"")).Should().Be($"{First} {Second}");
        (await ScalarAsync(database.Reveal(), "SELECT to_regclass('half_done') IS NULL AND to_regclass('second') IS NOT NULL")).Should().Be(true);
        (await ScalarAsync(database.Reveal(), "SELECT slug FROM workspaces")).Should().Be("kept");
        await using var file = File.OpenRead(backup);
        BackupFiles.RowsOf(file).Values.Should().ContainSingle().Which.Should().Contain("kept");
    }

    [Fact]
    public async Task Three_backups_are_kept()
    {
        var database = await servers.CreateAsync(18);
        await SetUpAsync(database, First);
        await ExecuteAsync(database.Reveal(), "INSERT INTO workspaces VALUES ('00000000-0000-7000-8000-000000000001', 'kept')");
        for (var old = 0; old < 4; old++)
        {
            var path = Path.Combine(data.Path, $"before-old-{old}.director");
            await File.WriteAllTextAsync(path, "");
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(old));
        }

        await SetUpAsync(database, First, Second);

        Directory.GetFiles(data.Path).Select(Path.GetFileName).Should().HaveCount(3).And.Contain(["before-old-2.director", "before-old-3.director"]);
    }

    [Fact]
    public async Task Nothing_is_backed_up_where_there_is_nothing_yet_or_nothing_to_migrate()
    {
        var database = await servers.CreateAsync(18);

        await SetUpAsync(database, First);
        await SetUpAsync(database, First, Second);
        await ExecuteAsync(database.Reveal(), "INSERT INTO workspaces VALUES ('00000000-0000-7000-8000-000000000001', 'kept')");
        await SetUpAsync(database, First, Second);

        Directory.GetFiles(data.Path).Should().BeEmpty();
    }

    private Task<DatabaseConnections> SetUpAsync(Secret owner, params string[] migrations)
    {
        var options = new DatabaseSetupOptions
        {
            Owner = owner,
            SecretKey = BackupFiles.Key,
            Migrations = migrations,
            BackUp = new MigrationBackups(data.Path, BackupFiles.Key, TimeProvider.System).WriteAsync,
        };
        return new DatabaseSetup(NullLogger.Instance).RunAsync(options, async (connectionString, ct) =>
        {
            await using var context = new Trial(new DbContextOptionsBuilder<Trial>().UseNpgsql(connectionString).UseSnakeCaseNamingConvention()
                .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);
            await context.Database.MigrateAsync(migrations[^1], ct);
        }, CancellationToken.None);
    }

    /// <summary>Three migrations of which the last fails after its first statement.</summary>
    internal sealed class Trial(DbContextOptions<Trial> options) : DbContext(options);

    [DbContext(typeof(Trial))]
    [Migration(First)]
    internal sealed class FirstMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE TABLE users (id uuid PRIMARY KEY); CREATE TABLE workspaces (id uuid PRIMARY KEY, slug text NOT NULL)");
    }

    [DbContext(typeof(Trial))]
    [Migration(Second)]
    internal sealed class SecondMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE second (id uuid PRIMARY KEY)");
    }

    [DbContext(typeof(Trial))]
    [Migration(Third)]
    internal sealed class ThirdMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TABLE half_done (id uuid PRIMARY KEY); UPDATE workspaces SET slug = 'changed'");
            migrationBuilder.Sql("SELECT 1 / 0");
        }
    }
}
