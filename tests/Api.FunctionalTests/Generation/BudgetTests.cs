using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Money over HTTP: the fake provider asks 0.25 USD for a take.</summary>
public sealed class BudgetTests(DirectorApp app) : FunctionalTest(app)
{
    private readonly FakeProvider fake = app.Provider;

    [Fact]
    public async Task Sixty_four_requests_at_the_edge_of_a_budget_get_exactly_what_it_allows()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working("ext", TimeSpan.FromMinutes(5)));
        var (ada, shot) = await CrewAsync();
        await ada.PutAsync<JsonElement>("/api/budgets", new { month = 2.6m });
        var statuses = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            using var answer = await ada.PostJsonAsync($"/api/shots/{shot}/generate", new { provider = "fake" });
            return answer.StatusCode;
        }));
        statuses.Count(s => s == HttpStatusCode.Accepted).Should().Be(10);
        statuses.Count(s => s == HttpStatusCode.UnprocessableEntity).Should().Be(54);
        (await ListAsync(ada)).Select(g => g.GetProperty("number").GetInt32()).Order().Should().Equal(Enumerable.Range(1, 10));
        var month = (await ada.GetAsync<JsonElement>("/api/budgets")).GetProperty("month");
        (month.GetProperty("reserved").GetDecimal() + month.GetProperty("spent").GetDecimal()).Should().Be(2.5m);
        month.GetProperty("left").GetDecimal().Should().Be(0.1m);
    }

    [Fact]
    public async Task Over_a_budget_nothing_is_stored_or_sent_and_the_answer_has_the_figures()
    {
        var (ada, shot) = await CrewAsync();
        await ada.PutAsync<JsonElement>("/api/budgets", new { day = 0.6m });
        await ada.GenerateAsync(shot, new { provider = "fake", count = 2 });
        var refused = await RefusedAsync(ada, $"/api/shots/{shot}/generate", new { provider = "fake" });
        refused.GetProperty("code").GetString().Should().Be("budget.exceeded");
        refused.GetProperty("scope").GetString().Should().Be("day");
        refused.GetProperty("limit").GetDecimal().Should().Be(0.6m);
        (refused.GetProperty("spent").GetDecimal() + refused.GetProperty("reserved").GetDecimal()).Should().Be(0.5m);
        refused.GetProperty("asked").GetDecimal().Should().Be(0.25m);
        refused.GetProperty("currency").GetString().Should().Be("USD");
        (await ListAsync(ada)).Should().HaveCount(2);
        await ada.PutAsync<JsonElement>("/api/budgets", new { day = (decimal?)null });
        (await ada.GenerateAsync(shot, new { provider = "fake" }))[0].GetProperty("number").GetInt32().Should().Be(3, "a refused wish draws no number");
    }

    [Fact]
    public async Task A_films_budget_and_a_requests_own_are_kept()
    {
        var ada = await App.CreateClient("ada");
        var film = (await ada.PostAsync<JsonElement>("/api/films", new { title = "Small", budget = 0.5m })).GetProperty("id").GetGuid();
        var shot = await ada.ShotAsync(film);
        (await RefusedAsync(ada, $"/api/shots/{shot}/generate", new { provider = "fake", count = 3 })).GetProperty("scope").GetString().Should().Be("film");
        var own = await RefusedAsync(ada, $"/api/shots/{shot}/generate", new { provider = "fake", count = 2, maxCost = 0.49m });
        own.GetProperty("scope").GetString().Should().Be("request");
        own.GetProperty("limit").GetDecimal().Should().Be(0.49m);
        (await RefusedAsync(ada, $"/api/films/{film}/generate", new { provider = "fake", maxCost = 0.1m })).GetProperty("asked").GetDecimal().Should().Be(0.25m);
        await ada.GenerateAsync(shot, new { provider = "fake", count = 2, maxCost = 0.5m });
        (await ada.GetAsync<JsonElement>("/api/budgets")).GetProperty("films")[0].GetProperty("left").GetDecimal().Should().Be(0);
    }

    [Fact]
    public async Task Costs_add_up_to_the_last_cent_whatever_they_are_grouped_by_failed_and_cancelled_ones_included()
    {
        var calls = 0;
        fake.OnSubmit = (r, _) => Task.FromResult<ProviderAnswer>(Interlocked.Increment(ref calls) switch
        {
            1 => new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Moderation, "no", Billable: true), Money.Of(0.013333m, "USD").Value),
            2 => new ProviderAnswer.Working("slow", TimeSpan.FromMinutes(5)),
            _ => new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Of(0.100001m * calls, "USD").Value),
        });
        var (ada, shot) = await CrewAsync();
        var film = (await ada.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("rootId").GetGuid();
        for (var i = 0; i < 2; i++)
        {
            await ada.GenerateAsync(shot, new { provider = "fake" });
            await WorkerTests.UntilAsync(() => Task.FromResult(calls > i));
        }

        await WorkerTests.UntilAsync(async () => (await ListAsync(ada)).Any(g => g.State() == "running"));
        var slow = (await ListAsync(ada)).Single(g => g.State() == "running").GetProperty("id").GetGuid();
        await ada.PostAsync<JsonElement>($"/api/generations/{slow}/cancel");
        var other = await ada.ShotAsync(film, "another");
        await ada.GenerateAsync(shot, new { provider = "fake", count = 3 });
        await ada.GenerateAsync(other, new { provider = "fake", count = 2 });
        await ada.GenerateAsync(other, new { provider = "sketch" });
        var all = await ada.SettledAsync();
        var total = all.Sum(g => g.GetProperty("cost").GetProperty("amount").GetDecimal());
        total.Should().BeGreaterThan(1);
        foreach (var by in new[] { "film", "shot", "take", "provider", "user", "day" })
        {
            foreach (var scope in new[] { "", $"&filmId={film}", $"&from={DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}&to={DateTime.UtcNow:yyyy-MM-dd}" })
            {
                var costs = await ada.GetAsync<JsonElement>($"/api/costs?by={by}{scope}");
                costs.GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(total, "{0}{1}", by, scope);
                costs.GetProperty("items").EnumerateArray().Sum(i => i.GetProperty("cost").GetProperty("amount").GetDecimal()).Should().Be(total);
                costs.GetProperty("items").EnumerateArray().Sum(i => i.GetProperty("attempts").GetInt32()).Should().Be(8);
                costs.GetProperty("items").EnumerateArray().Sum(i => i.GetProperty("lost").GetInt32()).Should().Be(2);
            }
        }

        (await ada.GetAsync<JsonElement>($"/api/costs?to={DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}")).GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(0);
        (await ada.GetAsync<JsonElement>($"/api/films/{film}/structure")).GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(total, "the film shows what was paid for it");
        (await ada.GetAsync<JsonElement>("/api/budgets")).GetProperty("month").GetProperty("spent").GetDecimal().Should().Be(total);
        (await ada.GetAsync<JsonElement>($"/api/generations/{slow}")).GetProperty("attempts")[0].GetProperty("assumed").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_failed_attempt_that_was_charged_is_not_made_again_over_budget()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Refused(new GenerationFailure(FailureKind.CorruptOutput, "Half a picture.", Retryable: true, Billable: true), Money.Of(0.25m, "USD").Value));
        var (ada, shot) = await CrewAsync();
        await ada.PutAsync<JsonElement>("/api/budgets", new { month = 0.4m });
        await ada.GenerateAsync(shot, new { provider = "fake" });
        var run = (await ada.SettledAsync()).Single();
        run.State().Should().Be("failed");
        run.GetProperty("attempts").GetArrayLength().Should().Be(1);
        run.GetProperty("failure").GetProperty("message").GetString().Should().StartWith("Half a picture.").And.Contain("budget of the month");
        (await ada.GetAsync<JsonElement>("/api/budgets")).GetProperty("month").GetProperty("spent").GetDecimal().Should().Be(0.25m);
    }

    [Fact]
    public async Task A_limit_that_is_no_amount_is_refused_with_its_field()
    {
        var ada = await App.CreateClient("ada");
        (await ada.SendJsonAsync(HttpMethod.Put, "/api/budgets", new { month = -1, day = 0.0000001m }).ProblemAsync()).Fields.Should().BeEquivalentTo("month", "day");
        (await ada.SendJsonAsync(HttpMethod.Get, "/api/costs?by=mood", null).ProblemAsync()).Fields.Should().Equal("by");
    }

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(HttpClient client) =>
        [.. (await client.GetAsync<JsonElement>("/api/generations?limit=200")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> RefusedAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostJsonAsync(path, body);
        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<(HttpClient Client, Guid Shot)> CrewAsync()
    {
        var ada = await App.CreateClient("ada");
        return (ada, await ada.ShotAsync(await ada.FilmAsync()));
    }
}
