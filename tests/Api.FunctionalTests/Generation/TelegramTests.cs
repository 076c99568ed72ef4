using System.Net;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Api.FunctionalTests.Workspaces;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.UnitTests.Providers.Fakes;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>What people are told in their chats, and what they can do there.</summary>
public sealed class TelegramTests(DirectorApp app) : FunctionalTest(app)
{
    private const long Adas = 1001;
    private const long Artists = 1002;
    private readonly FakeTelegram telegram = app.Telegram;

    [Fact]
    public async Task A_linked_director_is_told_and_chooses_by_button_and_nobody_else_does()
    {
        var ada = await App.CreateClient("ada");
        var workspace = (await App.PersonAsync("ada")).WorkspaceId;
        var artist = await App.JoinAsync("bo", workspace, "artist");
        artist.DefaultRequestHeaders.Remove("X-Workspace");
        artist.DefaultRequestHeaders.Add("X-Workspace", workspace.ToString());
        (await ada.GetAsync<JsonElement>("/api/me/telegram")).GetProperty("linked").GetBoolean().Should().BeFalse();

        // A code is good once, and for one chat.
        var code = (await ada.PostAsync<JsonElement>("/api/me/telegram")).GetProperty("code").GetString()!;
        telegram.Write(Adas, $"/start {code}");
        await UntilSaidAsync(s => s.Chat == Adas && s.Text.Contains("linked with ada", StringComparison.Ordinal));
        telegram.Write(666, $"/start {code}");
        await UntilSaidAsync(s => s.Chat == 666 && s.Text.Contains("not good", StringComparison.Ordinal));
        (await ada.GetAsync<JsonElement>("/api/me/telegram")).GetProperty("linked").GetBoolean().Should().BeTrue();
        await LinkAsync(artist, Artists, "bo");

        // Ready: with the picture and the buttons, to who may choose.
        App.Provider.OnSubmit = (r, _) => Task.FromResult<ProviderAnswer>(r.Recipe.Seed == 13
            ? new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Moderation, "Not this."))
            : new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Of(0.25m, "USD").Value));
        telegram.TooManyFor = 1;
        var shot = await ada.ShotAsync(await ada.FilmAsync());
        await ada.GenerateAsync(shot, new { provider = "fake" });
        var ready = await UntilSaidAsync(s => s.Chat == Adas && s.Text.Contains("is ready", StringComparison.Ordinal));
        ready.Picture.Should().BePositive();
        ready.Text.Should().Contain("take 1").And.Contain("The Harbour").And.Contain("0.25 USD");
        telegram.Said.Should().NotContain(s => s.Chat == Artists && s.Text.Contains("ready", StringComparison.Ordinal), "who neither asked nor may choose is not told");
        var take = (await ada.TakesAsync(shot)).Single().Id();

        // A stranger's and an artist's press choose nothing; the director's does, once however often it is delivered.
        telegram.Press(666, ready.Buttons["Select"]);
        telegram.Press(Artists, ready.Buttons["Select"]);
        await Eventually.HoldsAsync(() => Task.FromResult(telegram.Answers.Count == 2));
        telegram.Answers.Should().Equal("Your chat is linked with nobody of this crew.", "Your role in this workspace does not allow this.");
        (await ada.GetAsync<JsonElement>($"/api/shots/{shot}")).GetProperty("selectedChildId").ValueKind.Should().Be(JsonValueKind.Null);
        var pressed = telegram.Press(Adas, ready.Buttons["Select"]);
        await Eventually.HoldsAsync(() => Task.FromResult(telegram.Answers.Contains("Take 1 is in the film.")));
        (await ada.GetAsync<JsonElement>($"/api/shots/{shot}")).GetProperty("selectedChildId").GetGuid().Should().Be(take);
        await ada.DeleteAsync($"/api/shots/{shot}/selected-take").SucceedsAsync();
        telegram.Again(pressed);
        telegram.Press(Adas, ready.Buttons["Reject"]);
        await Eventually.HoldsAsync(() => Task.FromResult(telegram.Answers.Contains("Take 1 is rejected.")));
        (await ada.GetAsync<JsonElement>($"/api/shots/{shot}")).GetProperty("selectedChildId").ValueKind.Should().Be(JsonValueKind.Null, "the same press counts once");
        (await ada.GetAsync<JsonElement>($"/api/assets/{take}")).GetProperty("status").GetString().Should().Be("rejected");
        (await App.RecordAsync(workspace)).Should().Contain("selectTake shot user ada");

        // Failed, and over budget.
        await ada.GenerateAsync(shot, new { provider = "fake", seed = 13 });
        (await UntilSaidAsync(s => s.Chat == Adas && s.Text.Contains("failed (moderation)", StringComparison.Ordinal))).Text.Should().Contain("Not this.");
        await ada.PutAsync<JsonElement>("/api/budgets", new { day = 0.30 });
        (await artist.PostJsonAsync($"/api/shots/{shot}/generate", new { provider = "fake" }).ProblemAsync()).Code.Should().Be("budget.exceeded");
        await UntilSaidAsync(s => s.Chat == Adas && s.Text.StartsWith("Over budget.", StringComparison.Ordinal));

        await ada.DeleteAsync("/api/me/telegram").SucceedsAsync();
        telegram.Press(Adas, ready.Buttons["Select"]);
        await Eventually.HoldsAsync(() => Task.FromResult(telegram.Answers.Count(a => a.StartsWith("Your chat is linked with nobody", StringComparison.Ordinal)) == 2));
        Logs().Should().NotContain(FakeTelegram.Token).And.NotContain(code);
    }

    [Fact]
    public async Task Where_the_server_can_be_called_Telegram_reports_with_a_secret_and_without_it_is_not_heard()
    {
        await using var other = new FakeTelegram();
        await using var reachable = await OtherServer.CreateAsync(App.Database, new Dictionary<string, string>
        {
            ["TELEGRAM_BOT_TOKEN"] = FakeTelegram.Token,
            ["TELEGRAM_API_URL"] = other.Address.AbsoluteUri,
            ["DIRECTOR_PUBLIC_URL"] = "https://director.example.com",
        });
        using var client = reachable.Anonymous();
        await client.GetAsync("/health/live");
        await Eventually.HoldsAsync(() => Task.FromResult(other.Webhook is not null));
        other.Webhook.Should().Be("https://director.example.com/api/hooks/telegram");
        other.WebhookSecret.Should().HaveLength(64);
        var update = other.Write(Adas, "/start NOSUCHCODE").ToJsonString();
        (await ReportAsync(client, update, null)).Should().Be(HttpStatusCode.NotFound);
        (await ReportAsync(client, update, "guessed")).Should().Be(HttpStatusCode.NotFound);
        other.Said.Should().BeEmpty();
        (await ReportAsync(client, update, other.WebhookSecret)).Should().Be(HttpStatusCode.OK);
        (await ReportAsync(client, update, other.WebhookSecret)).Should().Be(HttpStatusCode.OK);
        (await ReportAsync(client, "{", other.WebhookSecret)).Should().Be(HttpStatusCode.OK);
        other.Said.Should().ContainSingle("a report that comes twice is one").Which.Text.Should().Contain("not good");
    }

    private static async Task<HttpStatusCode> ReportAsync(HttpClient client, string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/hooks/telegram") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        return (await client.SendAsync(request)).StatusCode;
    }

    private async Task LinkAsync(HttpClient client, long chat, string name)
    {
        telegram.Write(chat, $"/start {(await client.PostAsync<JsonElement>("/api/me/telegram")).GetProperty("code").GetString()}");
        await UntilSaidAsync(s => s.Chat == chat && s.Text.Contains($"linked with {name}", StringComparison.Ordinal));
    }

    private async Task<Told> UntilSaidAsync(Func<Told, bool> what)
    {
        await Eventually.HoldsAsync(() => Task.FromResult(telegram.Said.Any(what)));
        return telegram.Said.First(what);
    }

    private string Logs() => string.Join('\n', Directory.Exists(Path.Combine(App.DataDirectory, "logs"))
        ? Directory.EnumerateFiles(Path.Combine(App.DataDirectory, "logs")).Select(f =>
        {
            using var reader = new StreamReader(new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd();
        })
        : []);
}
