using System.Collections.Concurrent;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Whose turn it is: fairness, priorities, limits, and providers that keep failing.</summary>
public sealed class TurnTests(DirectorApp app) : FunctionalTest(app)
{
    /// <summary>What a provider is given at once when nothing is set.</summary>
    private const int AtOnce = 8;

    private readonly FakeProvider fake = app.Provider;

    [Fact]
    public async Task A_workspace_with_a_long_queue_delays_anothers_single_job_by_two_job_lengths_at_most()
    {
        var many = Scale.Of(small: 160, full: 1_000);
        var gate = new SemaphoreSlim(0);
        fake.OnSubmit = async (_, ct) =>
        {
            await gate.WaitAsync(ct);
            return new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Free("USD"));
        };
        var (ada, hers) = await CrewAsync("ada");
        var (eve, other) = await CrewAsync("eve");
        for (var i = 0; i < many; i += 16) await ada.GenerateAsync(hers, new { provider = "fake", count = Math.Min(16, many - i) });
        await WorkerTests.UntilAsync(() => Task.FromResult(fake.Submitted.Count == AtOnce));
        await eve.GenerateAsync(other, new { provider = "fake", seed = 77 });

        gate.Release(AtOnce);
        await WorkerTests.UntilAsync(() => Task.FromResult(fake.Submitted.Count == 2 * AtOnce));
        fake.Submitted.Select(s => s.Recipe.Seed).Should().Contain(77, "what was running may end, and then it is the other's turn");
        gate.Release(many + 1);
        (await eve.SettledAsync()).Should().ContainSingle().Which.State().Should().Be("succeeded");
        await WorkerTests.UntilAsync(async () => (await ada.GetAsync<JsonElement>("/api/generations?state=queued&state=submitting&limit=1")).GetProperty("items").GetArrayLength() == 0, 300);
        (await ada.TakesAsync(hers)).Should().HaveCount(Math.Min(many, 200));
    }

    [Fact]
    public async Task A_provider_is_never_given_more_than_its_share_and_higher_priorities_go_first()
    {
        var (now, most) = (0, 0);
        var order = new ConcurrentQueue<int>();
        var gate = new TaskCompletionSource();
        fake.OnSubmit = async (r, ct) =>
        {
            order.Enqueue(r.Recipe.Shot.TakeNumber);
            var at = Interlocked.Increment(ref now);
            InterlockedMax(ref most, at);
            await gate.Task.WaitAsync(ct);
            await Task.Delay(30, ct);
            Interlocked.Decrement(ref now);
            return new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Free("USD"));
        };
        var (ada, shot) = await CrewAsync("ada");
        await ada.GenerateAsync(shot, new { provider = "fake", count = 16 });
        await WorkerTests.UntilAsync(() => Task.FromResult(order.Count == AtOnce));
        await ada.GenerateAsync(shot, new { provider = "fake", count = 4, priority = -5 });
        var urgent = await ada.GenerateAsync(shot, new { provider = "fake", count = 4, priority = 90 });
        (await ada.GenerationAsync(urgent[0].GetProperty("generationId").GetGuid())).GetProperty("position").GetInt32().Should().Be(0);
        gate.SetResult();
        await ada.SettledAsync();
        most.Should().Be(AtOnce);
        order.Skip(AtOnce).Take(4).Should().BeSubsetOf([21, 22, 23, 24]);
        order.TakeLast(4).Should().BeSubsetOf([17, 18, 19, 20]);
    }

    [Fact]
    public async Task A_provider_that_keeps_failing_is_left_alone_shown_as_degraded_and_recovers_by_a_single_try()
    {
        fake.OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Refused(new GenerationFailure(FailureKind.ProviderBusy, "On fire.")));
        var (ada, shot) = await CrewAsync("ada");
        await ada.GenerateAsync(shot, new { provider = "fake", count = 5 });
        await ada.SettledAsync();
        var report = await ReportAsync(ada);
        report.GetProperty("status").GetString().Should().Be("degraded");
        report.GetProperty("reason").GetString().Should().Be("On fire.");
        report.GetProperty("since").GetDateTimeOffset().Should().BeOnOrBefore(report.GetProperty("tryAgainAt").GetDateTimeOffset());

        var gate = new TaskCompletionSource();
        fake.Submitted.Clear();
        fake.OnSubmit = async (_, _) =>
        {
            await gate.Task;
            return new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Free("USD"));
        };
        await ada.GenerateAsync(shot, new { provider = "fake", count = 4 });
        await ada.GenerateAsync(shot, new { provider = "sketch" });
        await WorkerTests.UntilAsync(async () => (await ada.TakesAsync(shot)).Count == 1);
        fake.Submitted.Should().BeEmpty("others are not held up, and it is left alone");

        await App.Database.ExecuteAsync("update provider_health set paused_until = clock_timestamp()");
        await WorkerTests.UntilAsync(() => Task.FromResult(!fake.Submitted.IsEmpty));
        await Task.Delay(1_500);
        fake.Submitted.Should().ContainSingle("one try shows how it is");
        gate.SetResult();
        await WorkerTests.UntilAsync(async () => (await ada.TakesAsync(shot)).Count == 5);
        (await ReportAsync(ada)).ValueKind.Should().Be(JsonValueKind.Undefined, "it works again");
    }

    [Fact]
    public async Task A_provider_that_asks_to_be_left_alone_for_a_while_is_and_the_work_is_made_afterwards()
    {
        var asked = TimeSpan.FromSeconds(6);
        DateTime? told = null;
        var again = new ConcurrentQueue<DateTime>();
        fake.OnSubmit = (_, _) =>
        {
            if (told is null)
            {
                told = DateTime.UtcNow;
                return Task.FromResult<ProviderAnswer>(new ProviderAnswer.Refused(new GenerationFailure(FailureKind.RateLimited, "Slow down.", Retryable: true, RetryAfter: asked)));
            }

            again.Enqueue(DateTime.UtcNow);
            return Task.FromResult<ProviderAnswer>(new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Free("USD")));
        };
        var (ada, shot) = await CrewAsync("ada");
        await ada.GenerateAsync(shot, new { provider = "fake" });
        await WorkerTests.UntilAsync(() => Task.FromResult(told is not null));
        await WorkerTests.UntilAsync(async () => (await App.Database.ListAsync<long>("select count(*) from provider_health where paused_until is not null")).Single() == 1);
        await ada.GenerateAsync(shot, new { provider = "fake", count = 3 });
        (await ada.SettledAsync()).Should().OnlyContain(g => g.State() == "succeeded");
        again.Should().HaveCount(4).And.OnlyContain(at => at >= told!.Value + asked - TimeSpan.FromMilliseconds(50));
    }

    private static async Task<JsonElement> ReportAsync(HttpClient client) =>
        (await client.GetAsync<JsonElement>("/api/system")).GetProperty("providers").EnumerateArray().FirstOrDefault(p => p.GetProperty("name").GetString() == "Fake");

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
        {
            if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
        }
    }

    private async Task<(HttpClient Client, Guid Shot)> CrewAsync(string who)
    {
        var client = await App.CreateClient(who);
        return (client, await client.ShotAsync(await client.FilmAsync()));
    }
}
