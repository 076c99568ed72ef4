using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Director.Api.FunctionalTests.Backup;

/// <summary>This version on data made by an earlier one: see <c>tests/Fixtures</c>.</summary>
public sealed class UpgradeTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Initial = "20261122000000_Initial";
    private const string Film = "01a20661-945e-7095-b9bb-bd353543642d";
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    [Fact]
    public async Task This_version_starts_on_data_of_version_0_1_0_and_shows_the_same_film_to_who_signs_in_with_the_old_password()
    {
        await using var server = await OtherServer.CreateAsync(App.Database);
        await FillAsync(server);
        using var client = server.Anonymous();

        var signedIn = await client.PostAsync<SignedIn>("/api/auth/login", new { email = "mara@lighthouse.test", password = "a lamp that never goes out", mode = "token" });
        client.DefaultRequestHeaders.Authorization = new("Bearer", signedIn.AccessToken);
        var structure = await client.GetAsync<JsonElement>($"/api/films/{Film}/structure");

        using var before = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Fixtures, "initial-structure.json")));
        Likeness.Losses(before.RootElement, structure).Should().BeEmpty();
    }

    [Fact]
    public async Task Data_are_backed_up_before_they_are_migrated_and_the_backup_restores_them_as_they_were()
    {
        await using var server = await OtherServer.CreateAsync(App.Database);
        await FillAsync(server);
        using var started = server.Anonymous();
        (await started.GetAsync("/health/live")).EnsureSuccessStatusCode();

        var next = SchemaMigrations.Ids.Order(StringComparer.Ordinal).SkipWhile(id => id != Initial).Skip(1).First();
        var backup = Directory.GetFiles(Path.Combine(server.DataDirectory, "backups")).Should().ContainSingle().Subject;
        Path.GetFileName(backup).Should().StartWith($"before-{next}-").And.EndWith(".director");
        await using var file = File.OpenRead(backup);
        await using var archive = await ArchiveReader.OpenAsync(file, CancellationToken.None);
        archive.Header.Migrations.Should().Equal(Initial);

        await using var again = await OtherServer.CreateAsync(App.Database);
        var summary = await new BackupRestore(new DatabaseSetup(NullLogger.Instance), Options(again), again.MediaDirectory)
            .RunAsync(archive, new RestoreWishes(null, false), null, CancellationToken.None);
        summary.Rows["assets"].Should().Be(116);
    }

    private static DatabaseSetupOptions Options(OtherServer server) =>
        new() { Owner = new Secret(server.Owner), SecretKey = server.SecretKey, Migrations = SchemaMigrations.Ids };

    /// <summary>The earlier version's schema and rows, before anything of this version has seen them.</summary>
    private static async Task FillAsync(OtherServer server)
    {
        await new DatabaseSetup(NullLogger.Instance).RunAsync(Options(server), (owner, ct) => SchemaTables.MigrateToAsync(owner, Initial, ct), CancellationToken.None);
        await using var file = File.OpenRead(Path.Combine(Fixtures, "initial.director"));
        await using var archive = await ArchiveReader.OpenAsync(file, CancellationToken.None);
        await using var owner = new NpgsqlConnection(server.Owner);
        await owner.OpenAsync();
        await new BackupLoader(owner, server.MediaDirectory).LoadAsync(archive, null, _ => Task.CompletedTask, null, CancellationToken.None);
    }

    private sealed record SignedIn(string AccessToken);
}
