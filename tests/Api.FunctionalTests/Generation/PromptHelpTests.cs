using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Help with words: proposals alone, each counted.</summary>
public sealed class PromptHelpTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Prompts_and_shots_are_proposed_nothing_is_changed_and_the_cost_is_counted()
    {
        var ada = await App.CreateClient("ada");
        var film = (await ada.PostAsync<JsonElement>("/api/films", new { title = "The Harbour", frameRate = "25" })).GetProperty("id").GetGuid();
        var scene = (await ada.PostAsync<JsonElement>($"/api/films/{film}/scenes", new { intExt = "EXT", location = "PIER", timeOfDay = "NIGHT", synopsis = "Mira waits for the boat." })).GetProperty("id").GetGuid();
        var shot = (await ada.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description = "Mira waits." })).GetProperty("id").GetGuid();
        var before = (await ada.GetAsync<JsonElement>($"/api/shots/{shot}")).GetProperty("version").GetInt64();

        App.Chat.Say = "\"Rain beads on Mira's coat as she waits.\"";
        var enhanced = await ada.PostAsync<JsonElement>("/api/prompts/enhance", new { shotId = shot, instructions = "rain" });
        (enhanced.GetProperty("proposed").GetBoolean(), enhanced.GetProperty("prompt").GetString()).Should().Be((true, "Rain beads on Mira's coat as she waits."));
        enhanced.GetProperty("before").GetString().Should().Contain("Mira waits");
        enhanced.GetProperty("cost").GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.06m, "100 tokens read and 50 written");
        App.Chat.Asked.Last().Should().Contain("Mira waits").And.Contain("rain");

        App.Chat.Say = """
            Here you are: {"shots":[{"description":"The empty pier.","shotSize":"EWS","movement":"pan","seconds":2.5,"prompt":"an empty pier"},{"shotSize":"CU"},
            {"description":"Mira looks up.","shotSize":"CU","dialogue":null,"seconds":"long"}]} Enjoy!
            """;
        var proposed = await ada.PostAsync<JsonElement>($"/api/scenes/{scene}/propose-shots", new { count = 5 });
        var shots = proposed.GetProperty("shots").EnumerateArray().ToList();
        shots.Select(s => s.GetProperty("description").GetString()).Should().Equal("The empty pier.", "Mira looks up.");
        shots[0].GetProperty("durationFrames").GetInt32().Should().Be(63);
        await ada.PostAsync<JsonElement>($"/api/scenes/{scene}/shots", new { description = shots[0].GetProperty("description").GetString(), shotSize = "EWS", durationFrames = 63 });
        (await ada.GetAsync<JsonElement>($"/api/shots/{shot}")).GetProperty("version").GetInt64().Should().Be(before);

        foreach (var by in new[] { "film", "shot", "provider", "user", "day" })
            (await ada.GetAsync<JsonElement>($"/api/costs?by={by}")).GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(0.12m, by);
        (await ada.GetAsync<JsonElement>("/api/budgets")).GetProperty("month").GetProperty("spent").GetDecimal().Should().Be(0.12m);
        await ada.PutAsync<JsonElement>("/api/budgets", new { day = 0.10 });
        (await ada.PostJsonAsync("/api/prompts/enhance", new { text = "A pier." }).ProblemAsync()).Code.Should().Be("budget.exceeded");
        await ada.PutAsync<JsonElement>("/api/budgets", new { });

        App.Chat.Say = "I would rather not.";
        (await ada.PostJsonAsync($"/api/scenes/{scene}/propose-shots", new { }).ProblemAsync()).Code.Should().Be("promptHelp.unreadable");
        App.Chat.Fails = 500;
        (await ada.PostJsonAsync("/api/prompts/enhance", new { text = "A pier." }).ProblemAsync()).Code.Should().Be("promptHelp.failed");
        App.Chat.Fails = 0;
        (await (await App.CreateClient("eve")).PostJsonAsync("/api/prompts/enhance", new { shotId = shot }).ProblemAsync()).HttpStatus.Should().Be(404);
    }

    [Fact]
    public async Task Without_a_language_model_or_a_bot_the_reason_and_the_variable_are_said()
    {
        await using var plain = await OtherServer.CreateAsync(App.Database);
        using var client = plain.Anonymous();
        var session = await client.PostAsync<JsonElement>("/api/setup", new { name = "Ada", email = "ada@example.test", password = "a long walk by the sea", workspaceName = "Ada" });
        var ada = await plain.ClientOfAsync(session.GetProperty("user").GetProperty("id").GetGuid());
        var refused = await (await ada.PostJsonAsync("/api/prompts/enhance", new { text = "A pier." })).Content.ReadAsStringAsync();
        refused.Should().Contain("promptHelp.notConfigured").And.Contain("PROMPT_HELP_URL is not set").And.Contain("422");
        var off = await (await ada.PostJsonAsync("/api/me/telegram")).Content.ReadAsStringAsync();
        off.Should().Contain("telegram.off").And.Contain("TELEGRAM_BOT_TOKEN is not set").And.Contain("422");
    }
}
