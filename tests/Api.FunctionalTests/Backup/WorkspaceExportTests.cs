using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Backup;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Director.Api.FunctionalTests.Backup;

/// <summary>A workspace that moves to another server is the same there: what is compared is the hash of the bytes that
/// <c>getFilmStructure?takes=all</c> answers for each of its films, and of every picture in them, ids and times included.</summary>
public sealed class WorkspaceExportTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task It_is_the_same_on_an_empty_server()
    {
        var (ann, before, export) = await ExportedAsync();
        await using var server = await OtherServer.CreateAsync(App.Database);

        await RestoreAsync(server, export);

        using var there = await server.ClientOfAsync(ann.Id);
        (await HashesAsync(there)).Should().Equal(before);
    }

    [Fact]
    public async Task It_is_the_same_beside_other_workspaces_where_its_people_are_who_they_are_there()
    {
        var (ann, before, export) = await ExportedAsync();
        await using var server = await OtherServer.CreateAsync(App.Database);
        var here = await SetUpAsync(server, ann.Email);

        await RestoreAsync(server, export, "moved");

        using var there = await server.ClientOfAsync(here, ann.WorkspaceId);
        var me = await there.GetAsync<JsonElement>("/api/me");
        me.GetProperty("workspaces").EnumerateArray().Select(w => w.GetProperty("slug").GetString()).Should().BeEquivalentTo("moved", "night-shift");
        var replaced = await HashesAsync(there, text => text.Replace(here.ToString(), ann.Id.ToString(), StringComparison.Ordinal));
        replaced.Should().Equal(before);
    }

    [Fact]
    public async Task It_is_refused_where_it_is_already()
    {
        var (_, _, export) = await ExportedAsync();
        await using var server = await OtherServer.CreateAsync(App.Database);
        await RestoreAsync(server, export);

        var again = () => RestoreAsync(server, export, "another");

        await again.Should().ThrowAsync<BackupException>().WithMessage("*has the very workspace already*");
    }

    [Fact]
    public async Task Nobody_s_password_and_no_other_workspace_leaves_with_it()
    {
        using var bob = await App.CreateClient("bob");
        await bob.PostAsync<JsonElement>("/api/films", new { title = "Bob's secret film" });
        var person = await App.PersonAsync("ann");
        await App.Database.ExecuteAsync("update users set password_hash = 'canary-of-a-password', security_stamp = 'canary-of-a-stamp'");
        using var ann = await App.CreateClient("ann");

        var export = await ann.GetByteArrayAsync($"/api/workspaces/{person.WorkspaceId}/export");

        var text = await UnpackedAsync(export);
        text.Should().Contain("ann@example.test").And.NotContain("canary").And.NotContain("Bob's secret film").And.NotContain("bob@example.test");
    }

    [Fact]
    public async Task A_foreign_workspace_is_as_unknown_as_one_that_does_not_exist()
    {
        var bob = await App.PersonAsync("bob");
        using var ann = await App.CreateClient("ann");

        var foreign = await ann.GetAsync($"/api/workspaces/{bob.WorkspaceId}/export").ProblemAsync();
        var missing = await ann.GetAsync($"/api/workspaces/{Guid.CreateVersion7()}/export").ProblemAsync();

        foreign.HttpStatus.Should().Be((int)HttpStatusCode.NotFound);
        foreign.Should().BeEquivalentTo(missing, options => options.Excluding(problem => problem.TraceId));
    }

    [Theory]
    [InlineData("producer")]
    [InlineData("viewer")]
    public async Task Only_an_owner_takes_a_workspace_away(string role)
    {
        var person = await App.PersonAsync("ann");
        await App.Database.ExecuteAsync("update workspace_members set role = $1", role);
        using var ann = await App.CreateClient("ann");

        (await ann.GetAsync($"/api/workspaces/{person.WorkspaceId}/export").ProblemAsync()).HttpStatus.Should().Be(403);
    }

    private async Task<(TestPerson Ann, IReadOnlyDictionary<string, string> Hashes, byte[] Export)> ExportedAsync()
    {
        var person = await App.PersonAsync("ann");
        using var ann = await App.CreateClient("ann");
        await ann.PostJsonAsync("/api/films/demo").SucceedsAsync();
        return (person, await HashesAsync(ann), await ann.GetByteArrayAsync($"/api/workspaces/{person.WorkspaceId}/export"));
    }

    private static async Task<IReadOnlyDictionary<string, string>> HashesAsync(HttpClient client, Func<string, string>? adjust = null)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var films = await client.GetAsync<JsonElement>("/api/films");
        foreach (var film in films.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("film").GetProperty("id").GetString()!))
        {
            var structure = await client.GetStringAsync($"/api/films/{film}/structure?takes=all");
            hashes.Add(film, Hash(Encoding.UTF8.GetBytes(adjust?.Invoke(structure) ?? structure)));
            using var read = JsonDocument.Parse(structure);
            foreach (var take in Owners(read.RootElement).Distinct()) hashes.TryAdd(take, Hash(await client.GetByteArrayAsync($"/api/assets/{take}/media")));
        }

        hashes.Should().HaveCountGreaterThan(12);
        return hashes;
    }

    /// <summary>The ids of whatever has a file, at any depth.</summary>
    private static IEnumerable<string> Owners(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Array => at.EnumerateArray().SelectMany(Owners),
        JsonValueKind.Object => at.EnumerateObject().SelectMany(member => Owners(member.Value)).Concat(
            at.TryGetProperty("media", out var media) && media.ValueKind == JsonValueKind.Object && at.TryGetProperty("id", out var id) ? [id.GetString()!] : []),
        _ => [],
    };

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<Guid> SetUpAsync(OtherServer server, string email)
    {
        using var visitor = server.Anonymous();
        await visitor.PostJsonAsync("/api/setup", new { name = "ann", email, password = "seven grey herons wait", workspaceName = "Night Shift" }).SucceedsAsync();
        await using var connection = await TestDatabase.OpenAsync(server.Owner);
        return (await TestDatabase.ListAsync<Guid>(connection, "select id from users")).Single();
    }

    private static async Task RestoreAsync(OtherServer server, byte[] export, string? slug = null)
    {
        await using var archive = await ArchiveReader.OpenAsync(new MemoryStream(export), CancellationToken.None);
        var options = new DatabaseSetupOptions { Owner = new Secret(server.Owner), SecretKey = server.SecretKey, Migrations = SchemaMigrations.Ids };
        await new BackupRestore(new DatabaseSetup(NullLogger.Instance), options, server.MediaDirectory)
            .RunAsync(archive, new RestoreWishes(slug, false), null, CancellationToken.None);
    }

    private static async Task<string> UnpackedAsync(byte[] export)
    {
        var text = new StringBuilder();
        await using var tar = new System.Formats.Tar.TarReader(new MemoryStream(export));
        while (await tar.GetNextEntryAsync(copyData: true) is { DataStream: { } content } entry)
        {
            Stream plain = entry.Name.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(content, System.IO.Compression.CompressionMode.Decompress) : content;
            using var reader = new StreamReader(plain, Encoding.UTF8);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
