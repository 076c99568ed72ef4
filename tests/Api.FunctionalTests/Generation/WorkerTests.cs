using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Generation;
using Director.Domain.Generation;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Workers over a provider outside this house: long work, failures, cancelling, lost replies.</summary>
public sealed class WorkerTests(DirectorApp app) : FunctionalTest(app)
{
    private readonly FakeProvider fake = app.Provider;

    [Fact]
    public async Task Work_that_takes_a_while_is_asked_after_and_fetched()
    {
        var polls = 0;
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working("ext-1", TimeSpan.FromMilliseconds(50)));
        fake.OnPoll = id => ++polls < 3 ? new ProviderAnswer.Working(id, TimeSpan.FromMilliseconds(50)) : new ProviderAnswer.Ready(id);
        fake.OnFetch = _ => new ProviderAnswer.Finished([Picture()], Money.Of(0.2m, "USD").Value);
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "fake" });
        var run = (await client.SettledAsync()).Single();
        run.State().Should().Be("succeeded");
        polls.Should().Be(3);
        run.GetProperty("attempts")[0].GetProperty("externalId").GetString().Should().Be("ext-1");
        run.GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.2m);
        (await client.TakesAsync(shot)).Single().GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.2m);
    }

    [Fact]
    public async Task A_refused_generation_shows_the_providers_words_and_keeps_its_number_and_can_be_tried_again()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Moderation, "Not this.", Billable: true), Money.Of(0.1m, "USD").Value));
        var (client, shot) = await CrewAsync();
        var first = (await client.GenerateAsync(shot, new { provider = "fake" }))[0];
        var run = (await client.SettledAsync()).Single();
        run.State().Should().Be("failed");
        var failure = run.GetProperty("failure");
        failure.GetProperty("kind").GetString().Should().Be("moderation");
        failure.GetProperty("message").GetString().Should().Be("Not this.");
        run.GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.1m);

        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Finished([Picture()], Money.Of(0.25m, "USD").Value));
        var again = await client.PostAsync<JsonElement>($"/api/generations/{first.GetProperty("generationId").GetGuid()}/retry");
        again.GetProperty("number").GetInt32().Should().Be(2);
        again.GetProperty("seed").GetInt64().Should().Be(first.GetProperty("seed").GetInt64());
        await client.SettledAsync();
        (await client.TakesAsync(shot)).Select(t => t.GetProperty("number").GetInt32()).Should().Equal(2);
    }

    [Fact]
    public async Task Bytes_that_are_no_picture_fail_with_their_cause()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Finished([new ProviderOutput(new MemoryStream("<html>busy</html>"u8.ToArray()), "x")], Money.Free("USD")));
        var (client, shot) = await CrewAsync();
        var id = (await client.GenerateAsync(shot, new { provider = "fake" }))[0].GetProperty("generationId").GetGuid();
        JsonElement run;
        do
        {
            await Task.Delay(100);
            run = await client.GenerationAsync(id);
        }
        while (run.GetProperty("failure").ValueKind == JsonValueKind.Null);
        run.GetProperty("failure").GetProperty("kind").GetString().Should().Be("corruptOutput");
        (await client.TakesAsync(shot)).Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelling_while_the_provider_works_refuses_what_it_still_brings()
    {
        var submitted = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        fake.OnSubmit = async (_, _) =>
        {
            submitted.SetResult();
            await go.Task;
            return new ProviderAnswer.Finished([Picture()], Money.Free("USD"));
        };
        var (client, shot) = await CrewAsync();
        var id = (await client.GenerateAsync(shot, new { provider = "fake" }))[0].GetProperty("generationId").GetGuid();
        await submitted.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await client.PostAsync<JsonElement>($"/api/generations/{id}/cancel")).State().Should().Be("cancelled");
        go.SetResult();
        await Task.Delay(500);
        (await client.GenerationAsync(id)).State().Should().Be("cancelled");
        (await client.TakesAsync(shot)).Should().BeEmpty();
        (await client.PostJsonAsync($"/api/generations/{id}/cancel").ProblemAsync()).Code.Should().Be("generation.finished");
    }

    [Fact]
    public async Task A_film_cancels_everything_that_is_still_to_come_and_tells_the_provider()
    {
        fake.OnSubmit = (r, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working($"ext-{r.Recipe.Shot.TakeNumber}", TimeSpan.FromMinutes(5)));
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "fake", count = 3 });
        var film = (await client.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("rootId").GetGuid();
        await UntilAsync(async () => (await client.GetAsync<JsonElement>("/api/generations?state=running")).GetProperty("items").GetArrayLength() == 3);
        (await client.PostAsync<JsonElement>($"/api/films/{film}/generations/cancel")).GetProperty("cancelled").GetInt32().Should().Be(3);
        (await client.SettledAsync()).Should().OnlyContain(g => g.State() == "cancelled");
        await UntilAsync(() => Task.FromResult(fake.Cancelled.Count == 3));
    }

    [Fact]
    public async Task Paid_work_whose_reply_was_lost_is_looked_up_and_never_sent_again()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working("ext-9", TimeSpan.FromMinutes(10)));
        fake.OnReconcile = _ => new ProviderAnswer.Ready("ext-9");
        fake.OnFetch = _ => new ProviderAnswer.Finished([Picture()], Money.Of(0.25m, "USD").Value);
        var (client, shot) = await CrewAsync();
        var id = (await client.GenerateAsync(shot, new { provider = "fake" }))[0].GetProperty("generationId").GetGuid();
        await UntilAsync(async () => (await client.GenerationAsync(id)).State() == "running");
        // As a worker leaves it that died between the intent and the answer, and the schedule with it.
        await App.Database.ExecuteAsync("alter table generations no force row level security");
        await App.Database.ExecuteAsync("update generations set status = 'submitting', external_id = null, claim_token = gen_random_uuid(), lease_until = clock_timestamp() + interval '1 second' where id = $1", id);
        await App.Database.ExecuteAsync("alter table generations force row level security");
        foreach (var table in new[] { "qrtz_simple_triggers", "qrtz_triggers", "qrtz_job_details" })
            await App.Database.ExecuteAsync($"delete from {table} where {(table == "qrtz_job_details" ? "job_group" : "trigger_group")} = $1", $"generation.{id:N}");

        (await client.SettledAsync()).Single().State().Should().Be("succeeded");
        fake.Submitted.Should().HaveCount(1);
        (await client.TakesAsync(shot)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Cancelling_during_the_call_tells_the_provider_when_it_turns_out_to_have_the_work()
    {
        var submitted = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        fake.OnSubmit = async (_, _) =>
        {
            submitted.SetResult();
            await go.Task;
            return new ProviderAnswer.Working("ext-late", TimeSpan.FromMinutes(5));
        };
        var (client, shot) = await CrewAsync();
        var id = (await client.GenerateAsync(shot, new { provider = "fake" }))[0].GetProperty("generationId").GetGuid();
        await submitted.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await client.PostAsync<JsonElement>($"/api/shots/{shot}/generations/cancel")).GetProperty("cancelled").GetInt32().Should().Be(1);
        (await client.GenerationAsync(id)).GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.25m, "it may be charged until somebody knows better");
        go.SetResult();
        await UntilAsync(() => Task.FromResult(fake.Cancelled.Contains("ext-late")));
        (await client.GenerationAsync(id)).State().Should().Be("cancelled");
        // Asked once nothing can arrive any more, the provider knows nothing of it: then it costs nothing.
        await UntilAsync(async () => (await client.GenerationAsync(id)).GetProperty("cost").GetProperty("amount").GetDecimal() == 0, 180);
    }

    [Fact]
    public async Task Finished_work_that_does_not_arrive_is_fetched_again_and_never_made_again()
    {
        var fetches = 0;
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working("ext-1", TimeSpan.FromMilliseconds(50)));
        fake.OnPoll = id => new ProviderAnswer.Ready(id, Money.Of(0.25m, "USD").Value);
        fake.OnFetch = _ => ++fetches switch
        {
            1 => throw new HttpRequestException("cut"),
            2 => new ProviderAnswer.Refused(new GenerationFailure(FailureKind.ProviderBusy, "later", Retryable: true)),
            _ => new ProviderAnswer.Finished([Picture()], Money.Of(0.25m, "USD").Value),
        };
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "fake" });
        var run = (await client.SettledAsync()).Single();
        run.State().Should().Be("succeeded");
        run.GetProperty("attempts").GetArrayLength().Should().Be(1);
        fake.Submitted.Should().HaveCount(1);
        fetches.Should().Be(3);
    }

    [Fact]
    public async Task A_look_that_breaks_says_nothing_about_the_work()
    {
        var polls = 0;
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working("ext-1", TimeSpan.FromMilliseconds(50)));
        fake.OnPoll = id => ++polls < 3 ? throw new HttpRequestException("cut") : new ProviderAnswer.Ready(id);
        fake.OnFetch = _ => new ProviderAnswer.Finished([Picture()], Money.Free("USD"));
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "fake" });
        (await client.SettledAsync()).Single().State().Should().Be("succeeded");
        fake.Submitted.Should().HaveCount(1);
    }

    [Fact]
    public async Task Work_that_the_provider_does_not_finish_in_time_expires_and_is_cancelled_there()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Working("ext-slow", TimeSpan.FromMilliseconds(200)));
        fake.OnPoll = id => new ProviderAnswer.Working(id, TimeSpan.FromMilliseconds(200));
        var (client, shot) = await CrewAsync();
        var id = (await client.GenerateAsync(shot, new { provider = "fake" }))[0].GetProperty("generationId").GetGuid();
        await UntilAsync(async () => (await client.GenerationAsync(id)).State() == "running");
        App.Clock.Advance(TimeSpan.FromHours(2));
        // The session did not live that long.
        client = await App.CreateClient("ada");
        await UntilAsync(async () => (await client.GenerationAsync(id)).State() == "expired");
        fake.Cancelled.Should().Contain("ext-slow");
        var run = await client.GenerationAsync(id);
        run.GetProperty("failure").GetProperty("kind").GetString().Should().Be("timeout");
        run.GetProperty("reserved").GetProperty("amount").GetDecimal().Should().Be(0);
        run.GetProperty("cost").GetProperty("amount").GetDecimal().Should().Be(0.25m, "the provider may charge for it");
    }

    [Fact]
    public async Task A_handover_that_breaks_is_looked_up_and_made_once()
    {
        var calls = 0;
        fake.OnSubmit = (_, _) => ++calls == 1 ? throw new HttpRequestException("reply lost") : throw new InvalidOperationException("a second one was sent");
        fake.OnReconcile = _ => new ProviderAnswer.Ready("ext-7", Money.Of(0.25m, "USD").Value);
        fake.OnFetch = _ => new ProviderAnswer.Finished([Picture()], Money.Of(0.25m, "USD").Value);
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "fake" });
        (await client.SettledAsync()).Single().State().Should().Be("succeeded");
        calls.Should().Be(1);
    }

    [Fact]
    public async Task An_input_that_always_breaks_the_adapter_ends_by_itself_and_costs_nothing()
    {
        fake.OnSubmit = (_, _) => throw new InvalidOperationException("never sent");
        var (client, shot) = await CrewAsync();
        await client.GenerateAsync(shot, new { provider = "fake" });
        var run = (await client.SettledAsync(180)).Single();
        run.State().Should().Be("failed");
        run.GetProperty("failure").GetProperty("kind").GetString().Should().Be("unknown");
    }

    internal static ProviderOutput Picture()
    {
        using var bitmap = new SKBitmap(64, 36);
        bitmap.Erase(SKColors.Teal);
        return new ProviderOutput(new MemoryStream(bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray()), "picture.png");
    }

    internal static async Task UntilAsync(Func<Task<bool>> holds, int seconds = 180)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < until; await Task.Delay(50))
        {
            if (await holds()) return;
        }

        throw new TimeoutException();
    }

    private async Task<(HttpClient Client, Guid Shot)> CrewAsync()
    {
        var ada = await App.CreateClient("ada");
        return (ada, await ada.ShotAsync(await ada.FilmAsync()));
    }
}
