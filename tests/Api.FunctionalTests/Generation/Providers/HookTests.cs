using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Generation.Providers;

/// <summary>A provider's reports over HTTP, with workers and database: each makes one take, however often and whenever it comes.</summary>
public sealed class HookTests(ReachableApp app) : IClassFixture<ReachableApp>, IAsyncLifetime
{
    private const string Model = "black-forest-labs/flux-schnell";
    private readonly FakeReplicate replicate = app.Replicate;

    public Task InitializeAsync()
    {
        replicate.Predictions.Clear();
        (replicate.Looks, replicate.LosesReplies, replicate.End, replicate.BeforeReply) = (0, 0, "succeeded", null);
        using var bitmap = new SKBitmap(64, 36);
        bitmap.Erase(SKColors.Teal);
        replicate.Output = new JsonArray(replicate.Serve("/out/0.png", bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray()));
        return app.ResetAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_report_that_comes_three_times_makes_one_take_long_before_the_next_look()
    {
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "replicate", model = Model });
        var (address, body) = await ReportAsync();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PostAsync(address, body)));
        statuses.Should().OnlyContain(s => s == HttpStatusCode.OK);
        var run = (await client.SettledAsync(30)).Single();
        run.State().Should().Be("succeeded");
        (await client.TakesAsync(shot)).Should().HaveCount(1);
        (await PostAsync(address, body)).Should().Be(HttpStatusCode.OK, "there is nothing left to do");
        (await client.TakesAsync(shot)).Should().HaveCount(1);
        replicate.Predictions.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_report_that_overtakes_the_answer_to_the_submission_makes_the_take_too()
    {
        var (client, shot) = await CrewAsync();
        HttpStatusCode? early = null;
        replicate.BeforeReply = async () =>
        {
            var (address, body) = await ReportAsync();
            early = await PostAsync(address, body);
        };
        await client.GenerateAsync(shot, new { provider = "replicate", model = Model });
        var run = (await client.SettledAsync(150)).Single();
        early.Should().Be(HttpStatusCode.OK);
        run.State().Should().Be("succeeded");
        run.GetProperty("attempts").GetArrayLength().Should().Be(1);
        (await client.TakesAsync(shot)).Should().HaveCount(1);
        replicate.Predictions.Should().HaveCount(1);
    }

    [Fact]
    public async Task Forged_old_and_misdirected_reports_are_refused_and_change_nothing()
    {
        var (client, shot) = await CrewAsync();
        replicate.Looks = int.MaxValue;
        await client.GenerateAsync(shot, new { provider = "replicate", model = Model, count = 2 });
        await UntilAsync(() => Task.FromResult(replicate.Predictions.Count == 2));
        var calls = replicate.Of("POST", "/v1/models/").TakeLast(2).Select(c => new Uri(c.Json["webhook"]!.GetValue<string>()).AbsolutePath).ToList();
        await UntilAsync(async () => (await client.GetAsync<JsonElement>("/api/generations?state=running")).GetProperty("items").GetArrayLength() == 2);
        var bodies = replicate.Predictions.Values.Select(p => Encoding.UTF8.GetBytes(p.ToJsonString())).ToList();
        var before = replicate.Calls.Count;

        (await PostAsync(calls[0], bodies[0], secret: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).Should().Be(HttpStatusCode.Unauthorized);
        (await PostAsync(calls[0], bodies[0], secondsOff: -400)).Should().Be(HttpStatusCode.Unauthorized);
        // Of the two addresses each belongs to one of the two predictions; the other's report is refused there.
        var crossed = await Task.WhenAll(PostAsync(calls[0], bodies[0]), PostAsync(calls[0], bodies[1]));
        crossed.Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.Unauthorized]);
        (await PostAsync("/api/hooks/replicate/" + new string('A', 86), bodies[0])).Should().Be(HttpStatusCode.NotFound);
        (await PostAsync(calls[0].Replace("replicate", "fal", StringComparison.Ordinal), bodies[0])).Should().Be(HttpStatusCode.NotFound);

        (await client.TakesAsync(shot)).Should().BeEmpty();
        before.Should().BePositive();
        await client.PostAsync<JsonElement>($"/api/films/{(await client.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("rootId").GetGuid()}/generations/cancel");
        await UntilAsync(() => Task.FromResult(replicate.Predictions.Values.All(p => p["status"]!.GetValue<string>() == "canceled")));
    }

    [Fact]
    public async Task A_provider_that_is_not_set_up_is_listed_with_its_variable_and_one_that_is_can_be_tested()
    {
        var (client, shot) = await CrewAsync();
        var providers = (await client.GetAsync<JsonElement>("/api/models")).EnumerateArray().ToList();
        var fal = providers.Single(p => p.GetProperty("slug").GetString() == "fal");
        (fal.GetProperty("status").GetString(), fal.GetProperty("variable").GetString()).Should().Be(("notConfigured", "FAL_API_KEY"));
        providers.Single(p => p.GetProperty("slug").GetString() == "replicate").GetProperty("models").GetArrayLength().Should().BePositive();
        var problem = await client.PostJsonAsync($"/api/shots/{shot}/generate", """{"provider":"fal"}""").ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((503, "generation.providerUnavailable"));
        (await client.PostAsync<JsonElement>("/api/providers/replicate/test")).GetProperty("works").GetBoolean().Should().BeTrue();
    }

    private async Task<(string Address, byte[] Body)> ReportAsync()
    {
        await UntilAsync(() => Task.FromResult(!replicate.Predictions.IsEmpty));
        var address = new Uri(replicate.Of("POST", "/v1/models/").Last().Json["webhook"]!.GetValue<string>()).AbsolutePath;
        return (address, Encoding.UTF8.GetBytes(replicate.Predictions.Values.Single().ToJsonString()));
    }

    private async Task<HttpStatusCode> PostAsync(string path, byte[] body, string secret = FakeReplicate.WebhookSecret, int secondsOff = 0)
    {
        using var provider = app.CreateDefaultClient(new Uri("http://localhost"));
        var at = (app.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsOff).ToString(CultureInfo.InvariantCulture);
        byte[] message = [.. Encoding.UTF8.GetBytes($"msg_1.{at}."), .. body];
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), message))}");
        using var response = await provider.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until; await Task.Delay(50))
        {
            if (await holds()) return;
        }

        throw new TimeoutException();
    }

    private async Task<(HttpClient Client, Guid Shot)> CrewAsync()
    {
        var ada = await app.CreateClient("ada");
        return (ada, await ada.ShotAsync(await ada.FilmAsync()));
    }
}
