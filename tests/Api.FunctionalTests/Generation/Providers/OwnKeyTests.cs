using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Api.FunctionalTests.Workspaces;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using Microsoft.AspNetCore.Hosting;

namespace Director.Api.FunctionalTests.Generation.Providers;

/// <summary>A server whose operator has an OpenAI key of their own, and lets workspaces name servers of this network.</summary>
public sealed class SharedApp : DirectorApp
{
    internal FakeOpenAI Operators { get; } = new() { Picture = Pictures.Png(64, 48) };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("OPENAI_API_KEY", FakeOpenAI.Key);
        builder.UseSetting("OPENAI_BASE_URL", Operators.Api.AbsoluteUri);
        builder.UseSetting("DIRECTOR_LOCAL_PROVIDERS", "true");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Operators.DisposeAsync();
    }
}

/// <summary>Keys that a workspace keeps here: whose they are, who may set them, that they hold at once and are never seen again.</summary>
public sealed class OwnKeyTests(SharedApp app) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private const string Wrong = "sk-proj-not-the-key-of-anybody-9999";

    public Task InitializeAsync() => app.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_workspaces_own_key_goes_before_the_servers_holds_at_once_and_is_nobody_elses()
    {
        await using var own = new FakeOpenAI { Picture = Pictures.Png(64, 48, 0xFF113322) };
        var ada = await app.CreateClient("ada");
        var eve = await app.CreateClient("eve");
        (await AccountAsync(ada)).GetProperty("source").GetString().Should().Be("environment");
        (await DeleteAsync(ada).ProblemAsync()).Code.Should().Be("provider.noCredentials", "what the environment says is not changed here");

        // Before: the operator's. Then her own, from the next call on, without a restart.
        (await MadeByAsync(ada)).Should().Be("succeeded");
        (own.Made, app.Operators.Made).Should().Be((0, 1));
        var kept = await ada.PutAsync<JsonElement>("/api/providers/openai/credentials", new { apiKey = Wrong, baseUrl = own.Api.AbsoluteUri });
        (kept.GetProperty("source").GetString(), kept.GetProperty("lastFour").GetString()).Should().Be(("workspace", "9999"));
        var test = await ada.PostAsync<JsonElement>("/api/providers/openai/test");
        (test.GetProperty("works").GetBoolean(), test.GetProperty("kind").GetString()).Should().Be((false, "auth"));
        for (var i = 0; i < 6; i++) (await MadeByAsync(ada)).Should().Be("failed");
        await ada.PutAsync<JsonElement>("/api/providers/openai/credentials", new { apiKey = FakeOpenAI.Key, baseUrl = own.Api.AbsoluteUri });
        (await ada.PostAsync<JsonElement>("/api/providers/openai/test")).GetProperty("works").GetBoolean().Should().BeTrue();

        // Her broken key has not kept anybody else from theirs.
        (await MadeByAsync(eve)).Should().Be("succeeded");
        (own.Made, app.Operators.Made).Should().Be((0, 2));
        (await AccountAsync(eve)).GetProperty("source").GetString().Should().Be("environment");
        (await app.Database.ListAsync<string>("select provider from provider_health where failures >= 5")).Should().Equal($"openai@{(await app.PersonAsync("ada")).WorkspaceId:N}");

        await DeleteAsync(ada).SucceedsAsync();
        (await MadeByAsync(ada)).Should().Be("succeeded");
        app.Operators.Made.Should().Be(3);

        // It is sealed, and neither answers, nor the record, nor the log, nor the rows have it.
        await ada.PutAsync<JsonElement>("/api/providers/openai/credentials", new { apiKey = Wrong, baseUrl = own.Api.AbsoluteUri });
        var rows = await app.Database.ListAsync<byte[]>("select box from provider_credentials");
        Encoding.Latin1.GetString(rows.Single()).Should().NotContain(Wrong);
        var written = string.Join('\n', [
            .. await app.Database.ListAsync<string>("select concat(kind, before::text, after::text) from activity"),
            await ada.GetStringAsync("/api/providers"), await ada.GetStringAsync("/api/models"), await ada.GetStringAsync("/api/system"), .. Logs(),
        ]);
        written.Should().NotContain(Wrong).And.NotContain(FakeOpenAI.Key).And.Contain("setProviderCredentials");
    }

    [Theory]
    [InlineData("openai", "{\"apiKey\":\"nonsense\"}", "provider.keyShape")]
    [InlineData("openai", "{}", "provider.keyMissing")]
    [InlineData("fal", "{\"baseUrl\":\"ftp://example.com\"}", "provider.urlShape")]
    [InlineData("comfyui", "{\"apiKey\":\"x\",\"baseUrl\":\"http://127.0.0.1:8188\"}", "provider.keyUnused")]
    [InlineData("comfyui", "{}", "provider.urlMissing")]
    [InlineData("sketch", "{\"apiKey\":\"x\"}", "provider.notFound")]
    public async Task What_cannot_be_meant_is_refused_and_kept_nowhere(string slug, string body, string code)
    {
        var ada = await app.CreateClient("ada");
        (await ada.SendJsonAsync(HttpMethod.Put, $"/api/providers/{slug}/credentials", body).ProblemAsync()).Code.Should().Be(code);
        (await app.Database.ListAsync<long>("select count(*) from provider_credentials")).Should().Equal(0);
    }

    private static async Task<string> MadeByAsync(HttpClient client)
    {
        var shot = await client.ShotAsync(await client.FilmAsync());
        var id = (await client.GenerateAsync(shot, new { provider = "openai", model = "gpt-image-2" })).Single().GetProperty("generationId").GetGuid();
        await client.SettledAsync();
        return (await client.GenerationAsync(id)).State();
    }

    private static async Task<JsonElement> AccountAsync(HttpClient client) =>
        (await client.GetAsync<JsonElement>("/api/providers")).EnumerateArray().Single(a => a.GetProperty("slug").GetString() == "openai");

    private static Task<HttpResponseMessage> DeleteAsync(HttpClient client) => client.DeleteAsync("/api/providers/openai/credentials");

    private IEnumerable<string> Logs() => Directory.Exists(Path.Combine(app.DataDirectory, "logs"))
        ? Directory.EnumerateFiles(Path.Combine(app.DataDirectory, "logs")).Select(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        })
        : [];
}
