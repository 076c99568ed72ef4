using System.Diagnostics;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Api.FunctionalTests.Generation.Faults;

/// <summary>
/// Servers that are killed, frozen and fed with poison while they work for a provider that is paid for every submission. A part of the numbers by
/// default; all of them with <c>DIRECTOR_TEST_FAULTS=full</c>.
/// </summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Generations_survive_kill_9_of_their_servers_none_lost_none_made_or_paid_twice()
    {
        var (count, kills) = (Scale.Of(48, 1_000), Scale.Of(3, 50));
        await using var fleet = await Fleet.LaunchAsync(2);
        var shot = await fleet.Client.ShotAsync(await fleet.Client.FilmAsync());
        for (var i = 0; i < count; i += 16) await fleet.Client.GenerateAsync(shot, new { provider = "ledger", count = Math.Min(16, count - i) });
        for (var i = 0; i < kills; i++)
        {
            // In the middle of the work: after each further share of it.
            await WorkerTests.UntilAsync(async () => fleet.Ledger.Paid.Count >= Math.Min(count - 1, (i + 1) * count / (kills + 1)) || await EndedAsync(fleet) == count, 120);
            await fleet.KillAsync(i % 2);
            await fleet.StartAsync(i % 2);
        }

        await fleet.SettleAsync(TimeSpan.FromSeconds(Scale.Of(120, 1_800)));
        await AllMadeOnceAsync(fleet, count);
    }

    [Fact]
    public async Task A_server_that_dies_at_any_point_of_a_step_leaves_nothing_undone_and_nothing_paid_twice()
    {
        var rounds = Scale.Of(1, 20);
        await using var fleet = await Fleet.LaunchAsync(1);
        var shot = await fleet.Client.ShotAsync(await fleet.Client.FilmAsync());
        var answered = 0;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var point in LedgerProvider.Points)
            {
                fleet.Ledger.Kill(point);
                try
                {
                    await fleet.Client.GenerateAsync(shot, new { provider = "ledger" });
                    answered++;
                }
                catch (HttpRequestException)
                {
                    // What was left from the point before came to this one first, while we asked; whether it was accepted is in the database.
                }

                await WorkerTests.UntilAsync(() => Task.FromResult(fleet.Dead.Count == 1), 60);
                await fleet.StartAsync(0);
            }
        }

        await fleet.SettleAsync(TimeSpan.FromSeconds(120));
        var accepted = (await fleet.RowsAsync("select id::text from generations")).Count;
        accepted.Should().BeGreaterThanOrEqualTo(answered, "what was answered was accepted");
        fleet.Ledger.ToDie.Should().Be(0, "a server has died at every point");
        await AllMadeOnceAsync(fleet, accepted);
    }

    [Fact]
    public async Task A_server_that_sleeps_through_its_lease_changes_nothing_when_it_wakes()
    {
        var rounds = Scale.Of(1, 50);
        await using var fleet = await Fleet.LaunchAsync(2);
        var shot = await fleet.Client.ShotAsync(await fleet.Client.FilmAsync());
        for (var round = 0; round < rounds; round++)
        {
            // Both are at a download that does not end; one of them falls asleep over it.
            fleet.Ledger.Downloads = new TaskCompletionSource();
            var begun = fleet.Ledger.Begun;
            await fleet.Client.GenerateAsync(shot, new { provider = "ledger", count = 4 });
            await WorkerTests.UntilAsync(() => Task.FromResult(fleet.Ledger.Begun >= begun + 4), 60);
            var sleeper = 1;
            fleet.Signal(sleeper, "STOP");
            await Task.Delay(TimeSpan.FromSeconds(Scale.Of(20, 45)));
            fleet.Ledger.Downloads.SetResult();
            await fleet.SettleAsync(TimeSpan.FromSeconds(60));
            fleet.Signal(sleeper, "CONT");
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        await AllMadeOnceAsync(fleet, 4 * rounds);
    }

    private static async Task<int> EndedAsync(Fleet fleet) => (await fleet.RowsAsync("select id::text from generations where ended_at is not null")).Count;

    private static async Task AllMadeOnceAsync(Fleet fleet, int count)
    {
        (await fleet.RowsAsync("select id::text from generations where status <> 'succeeded'")).Should().BeEmpty("none is lost");
        (await fleet.RowsAsync("select id::text from assets where type = 'shot_take'")).Should().HaveCount(count, "each is made once");
        fleet.Ledger.Paid.Should().HaveCount(count).And.OnlyContain(p => p.Value == 1, "each is paid once");
        (await fleet.BrokenAsync()).Should().BeEmpty();
    }
}

/// <summary>Poison in the queue, in one process.</summary>
public sealed class PoisonTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Poison_does_not_hold_up_what_is_good()
    {
        var (good, poison) = (Scale.Of(80, 500), 12);
        App.Provider.OnSubmit = async (request, ct) =>
        {
            await Task.Delay(20, ct);
            return request.Recipe.NegativePrompt switch
            {
                "throws" => throw new InvalidOperationException("poison"),
                "corrupt" => new ProviderAnswer.Finished([new ProviderOutput(new MemoryStream([1, 2, 3]), "x")], Money.Free("USD")),
                "refused" => new ProviderAnswer.Refused(new GenerationFailure(FailureKind.InvalidInput, "poison", Retryable: true)),
                _ => new ProviderAnswer.Finished([WorkerTests.Picture()], Money.Free("USD")),
            };
        };
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var normal = await TimeAsync(ada, await ada.ShotAsync(film), good, 0);
        var poisoned = await TimeAsync(ada, await ada.ShotAsync(film), good, poison);
        poisoned.Should().BeLessThan((2 * normal) + TimeSpan.FromSeconds(1));
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient client, Guid shot, int good, int poison)
    {
        var kinds = new[] { "throws", "corrupt", "refused" };
        for (var i = 0; i < poison; i++) await client.GenerateAsync(shot, new { provider = "fake", negativePrompt = kinds[i % kinds.Length] });
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < good; i += 16) await client.GenerateAsync(shot, new { provider = "fake", count = Math.Min(16, good - i) });
        await WorkerTests.UntilAsync(async () => (await client.GetAsync<System.Text.Json.JsonElement>($"/api/shots/{shot}")).GetProperty("takeCount").GetInt32() == good, 300);
        return watch.Elapsed;
    }
}
