using System.Runtime.Versioning;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Director.Infrastructure.UnitTests.EmbeddedPostgres;
using Director.Infrastructure.UnitTests.Setup;
using static Director.Infrastructure.UnitTests.EmbeddedPostgres.EmbeddedPostgresServerTests;

namespace Director.Infrastructure.UnitTests.Backup;

[UnsupportedOSPlatform("windows")]
public sealed class RestoreTests(DatabaseServers servers) : IClassFixture<DatabaseServers>, IDisposable
{
    private const string Everything = "SELECT count(*) FROM users";
    private readonly TemporaryDirectory media = new();
    private readonly TemporaryDirectory otherMedia = new();

    /// <summary>From each version to each, as a superuser (the embedded server's owner) and as an owner whom row-level security binds.</summary>
    public static TheoryData<int, string?, int, string?> Journeys()
    {
        var journeys = new TheoryData<int, string?, int, string?>();
        int[] versions = [.. ((IEnumerable<object[]>)DatabaseServers.Versions).Select(row => (int)row[0])];
        foreach (var from in versions)
        {
            foreach (var to in versions)
            {
                journeys.Add(from, null, to, "CREATEROLE");
                journeys.Add(from, "CREATEROLE", to, null);
            }
        }

        return journeys;
    }

    public void Dispose()
    {
        media.Dispose();
        otherMedia.Dispose();
    }

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_server_moves_from_one_PostgreSQL_to_another_row_by_row(int from, string? fromOwner, int to, string? toOwner)
    {
        var (first, second) = (await servers.CreateAsync(from, fromOwner), await servers.CreateAsync(to, toOwner));
        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), first, media.Path);
        await using var taken = await BackupFiles.BackUpAsync(first, media.Path);

        var summary = await BackupFiles.RestoreAsync(taken, second, otherMedia.Path);

        await using var again = await BackupFiles.BackUpAsync(second, otherMedia.Path);
        var rows = BackupFiles.RowsOf(taken);
        BackupFiles.RowsOf(again).Should().Equal(rows);
        rows.Keys.Should().Contain(name => name.StartsWith("rows/assets/", StringComparison.Ordinal));
        summary.Rows["assets"].Should().Be(116);
        Files(otherMedia).Should().Equal(Files(media)).And.HaveCount(3);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CREATEROLE")]
    public async Task Row_level_security_is_forced_on_every_table_of_a_restored_database(string? owner)
    {
        var database = await servers.CreateAsync(18, owner);

        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), database, media.Path);

        var open = await ScalarAsync(database.Reveal(), """
            SELECT string_agg(c.relname, ', ') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'asset_search' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """);
        open.Should().Be(DBNull.Value);
        var connections = await new DatabaseSetup(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
            .RunAsync(BackupFiles.Options(database), SchemaMigrations.ApplyAsync, CancellationToken.None);
        (await ScalarAsync(connections.App.Reveal(), "SELECT count(*) FROM assets")).Should().Be(0L);
    }

    [Fact]
    public async Task Restored_assets_are_found_by_the_search()
    {
        var database = await servers.CreateAsync(18);

        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), database, media.Path);

        (await ScalarAsync(database.Reveal(), "SELECT count(*) FROM asset_search")).Should().Be(116L);
    }

    [Fact]
    public async Task The_record_keeps_its_order_and_is_numbered_by_the_database_it_came_to()
    {
        var database = await servers.CreateAsync(18);

        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), database, media.Path);

        (await ScalarAsync(database.Reveal(), "SELECT string_agg(kind, ' ' ORDER BY tx, seq) FROM activity")).Should().Be("setUp setUp plantDemoFilm");
        (await ScalarAsync(database.Reveal(), "SELECT bool_and(tx < pg_snapshot_xmin(pg_current_snapshot())) FROM activity")).Should().Be(true);
    }

    [Fact]
    public async Task A_server_that_was_started_and_never_set_up_is_as_good_as_an_empty_one()
    {
        var database = await servers.CreateAsync(18, "CREATEROLE");
        await new DatabaseSetup(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
            .RunAsync(BackupFiles.Options(database), SchemaMigrations.ApplyAsync, CancellationToken.None);

        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), database, media.Path);

        (await ScalarAsync(database.Reveal(), Everything)).Should().Be(1L);
    }

    [Fact]
    public async Task A_database_in_use_is_not_overwritten()
    {
        var database = await servers.CreateAsync(18);
        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), database, media.Path);

        await RefusedAsync(await BackupFiles.InitialAsync(), database, "*not empty*DATABASE_URL*", people: 1);
    }

    [Fact]
    public async Task A_database_of_somebody_else_is_left_alone()
    {
        var database = await servers.CreateAsync(18);
        await ExecuteAsync(database.Reveal(), "CREATE TABLE orders (id int)");

        var restoring = async () => await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), database, media.Path);

        await restoring.Should().ThrowAsync<DatabaseSetupException>().WithMessage("*not Director's*orders*");
        (await ScalarAsync(database.Reveal(), "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")).Should().Be(1L);
    }

    [Fact]
    public async Task Another_s_table_beside_Director_s_empty_ones_is_not_deleted_for_a_restore()
    {
        var database = await servers.CreateAsync(18);
        await new DatabaseSetup(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)
            .RunAsync(BackupFiles.Options(database), SchemaMigrations.ApplyAsync, CancellationToken.None);
        await ExecuteAsync(database.Reveal(), "CREATE TABLE orders (id int)");

        await RefusedAsync(await BackupFiles.InitialAsync(), database, "*not Director's: orders*", people: 0);
    }

    [Fact]
    public async Task A_backup_of_a_newer_Director_is_refused()
    {
        var newer = BackupFiles.WithHeader(await BackupFiles.InitialAsync(), "\"20261122000000_Initial\"", "\"20261122000000_Initial\", \"20990101000000_Later\"");

        await RefusedAsync(newer, await servers.CreateAsync(18), "*newer Director*20990101000000_Later*", people: null);
    }

    [Fact]
    public async Task A_newer_format_is_refused_before_anything_else_is_read()
    {
        var newer = BackupFiles.WithHeader(await BackupFiles.InitialAsync(), "\"formatVersion\": 1", "\"formatVersion\": 2, \"unheardOf\": true");

        await RefusedAsync(newer, await servers.CreateAsync(18), "*format has version 2*", people: null);
    }

    [Fact]
    public async Task A_backup_under_another_secret_key_needs_a_confirmation()
    {
        var (source, database) = (await servers.CreateAsync(18), await servers.CreateAsync(18));
        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), source, media.Path);
        await using var taken = await BackupFiles.BackUpAsync(source, media.Path);
        DatabaseSetupOptions Other(DatabaseSetupOptions options) => options with { SecretKey = new Secret("another key, and a long one as well, for sure") };

        var restoring = () => BackupFiles.RestoreAsync(taken, database, otherMedia.Path, change: Other);

        await restoring.Should().ThrowAsync<BackupException>().WithMessage("*another secret key*--yes*");
        (await BackupFiles.RestoreAsync(taken, database, otherMedia.Path, new RestoreWishes(null, OtherKey: true), Other)).Rows["users"].Should().Be(1);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    [InlineData(0.98)]
    public async Task A_backup_that_was_cut_off_leaves_nothing_behind(double part)
    {
        var whole = (await BackupFiles.InitialAsync()).ToArray();

        await RefusedAsync(new MemoryStream(whole[..(int)(whole.Length * part)]), await servers.CreateAsync(18), "*", people: null);
    }

    [Fact]
    public async Task A_changed_row_is_noticed()
    {
        await using var initial = await BackupFiles.InitialAsync();
        var assets = BackupFiles.RowsOf(initial).Single(entry => entry.Key.StartsWith("rows/assets/", StringComparison.Ordinal));
        var changed = BackupFiles.With(initial, assets.Key, _ => Compressed(assets.Value.Replace("Lighthouse", "Windmill", StringComparison.Ordinal)));

        await RefusedAsync(changed, await servers.CreateAsync(18), "*not what its manifest says*assets*", people: 0);
    }

    [Fact]
    public async Task A_changed_file_is_noticed()
    {
        var file = Files(media);
        await BackupFiles.RestoreAsync(await BackupFiles.InitialAsync(), await servers.CreateAsync(18), media.Path);
        file = Files(media);
        var workspace = Guid.Parse(file[0].Split('/')[0]);

        var changed = BackupFiles.With(await BackupFiles.InitialAsync(), $"media/{workspace}/{file[0].Split('/')[^1]}", bytes => [.. bytes[..^1], (byte)~bytes[^1]]);

        await RefusedAsync(changed, await servers.CreateAsync(18), "*is not what its name says*", people: 0);
    }

    [Fact]
    public async Task Anything_else_is_no_backup() =>
        await RefusedAsync(new MemoryStream("%PDF-1.7 and so on"u8.ToArray()), await servers.CreateAsync(18), "This is no backup*", people: null);

    private async Task RefusedAsync(Stream file, Secret database, string why, long? people)
    {
        var restoring = () => BackupFiles.RestoreAsync(file, database, otherMedia.Path);

        await restoring.Should().ThrowAsync<BackupException>().WithMessage(why);
        Files(otherMedia).Should().BeEmpty();
        if (people is not null) (await ScalarAsync(database.Reveal(), Everything)).Should().Be(people);
        else if (await ScalarAsync(database.Reveal(), "SELECT to_regclass('users') IS NOT NULL") is true) (await ScalarAsync(database.Reveal(), Everything)).Should().Be(0L);
    }

    private static byte[] Compressed(string text)
    {
        var to = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(to, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return to.ToArray();
    }

    private static List<string> Files(TemporaryDirectory folder) =>
        [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path)).Order(StringComparer.Ordinal)];
}
