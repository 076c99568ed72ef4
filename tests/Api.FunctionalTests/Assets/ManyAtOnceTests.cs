using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

/// <summary>What must hold however many ask at once, at the numbers that are promised.</summary>
public sealed class ManyAtOnceTests(DirectorApp app) : FunctionalTest(app)
{
    private const int Clients = 8;

    [Fact]
    public async Task Ten_thousand_takes_of_which_a_tenth_is_undone_are_numbered_without_a_gap()
    {
        const int batches = 200, size = 50;
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, _) = await client.FilmAsync(takes: 0);
        // An id of the crew's own that is taken is noticed by the database, when the take has its number already.
        var other = await client.MakeAsync("shot", "Elsewhere", scene.Id);
        await client.PostAsync<AssetAnswer>("/api/assets", new { type = "shot_take", name = "Elsewhere", parentId = other.Id, externalId = "taken" });

        var answers = await InParallelAsync(batches, batch => client.PostAsync<BatchAnswer[]>("/api/assets/batch", new
        {
            items = Enumerable.Range(0, size).Select(i => new { type = "shot_take", name = $"{batch}.{i}", parentId = shot.Id, externalId = i % 10 == 7 ? "taken" : null }),
        }));

        answers.SelectMany(a => a).GroupBy(a => a.Status).ToDictionary(g => g.Key, g => g.Count())
            .Should().BeEquivalentTo(new Dictionary<int, int> { [201] = 9_000, [409] = 1_000 });
        answers.SelectMany(a => a).Where(a => a.Error is not null).Should().OnlyContain(a => a.Error!.Code == "asset.externalIdTaken");
        (await App.Database.ListAsync<int>("select number from assets where parent_id = $1 order by number", shot.Id)).Should().Equal(Enumerable.Range(1, 9_000));
        (await client.ReadAsync(shot.Id)).TakeCount.Should().Be(9_000);
    }

    [Fact]
    public async Task Takes_made_one_by_one_of_which_a_tenth_is_undone_are_numbered_without_a_gap()
    {
        const int takes = 500;
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, _) = await client.FilmAsync(takes: 0);
        var other = await client.MakeAsync("shot", "Elsewhere", scene.Id);
        await client.PostAsync<AssetAnswer>("/api/assets", new { type = "shot_take", name = "Elsewhere", parentId = other.Id, externalId = "taken" });

        var statuses = await InParallelAsync(takes, async i =>
        {
            using var answer = await client.PostJsonAsync("/api/assets", new { type = "shot_take", name = $"{i}", parentId = shot.Id, externalId = i % 10 == 7 ? "taken" : null });
            return answer.StatusCode;
        });

        statuses.Count(s => s is HttpStatusCode.Conflict).Should().Be(50);
        (await App.Database.ListAsync<int>("select number from assets where parent_id = $1 order by number", shot.Id)).Should().Equal(Enumerable.Range(1, 450));
    }

    [Fact]
    public async Task Of_a_thousand_pairs_that_saw_the_same_version_a_thousand_win_and_a_thousand_are_stale()
    {
        const int pairs = 1_000, size = 100;
        using var client = await App.CreateClient("ada");
        var made = await InParallelAsync(pairs / size, batch => client.PostAsync<BatchAnswer[]>("/api/assets/batch", new
        {
            items = Enumerable.Range(0, size).Select(i => new { type = "prop", name = $"P{batch}.{i}" }),
        }));
        var assets = made.SelectMany(b => b).Select(b => b.Asset!).ToList();

        var answers = await InParallelAsync(2 * pairs, async i =>
        {
            var asset = assets[i / 2];
            var name = $"{asset.Name} {(i % 2 == 0 ? "one" : "other")}";
            using var response = await client.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{asset.Id}", new { name }, asset.Version);
            return (asset.Id, Name: name, response.StatusCode);
        });

        answers.GroupBy(a => a.StatusCode).ToDictionary(g => g.Key, g => g.Count())
            .Should().BeEquivalentTo(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.OK] = pairs, [HttpStatusCode.PreconditionFailed] = pairs });
        var won = answers.Where(a => a.StatusCode is HttpStatusCode.OK).Select(a => $"{a.Id} {a.Name}");
        (await App.Database.ListAsync<string>("select id || ' ' || name from assets")).Should().BeEquivalentTo(won);
    }

    [Fact]
    public async Task Two_thousand_keys_sent_five_times_at_once_make_two_thousand_rows()
    {
        const int keys = 2_000, times = 5;
        using var client = await App.CreateClient("ada");
        var answers = await InParallelAsync(keys * times, async i =>
        {
            using var response = await client.PostOnceAsync("/api/assets", $"key-{i / times}", new { type = "prop", name = $"Prop {i / times}" });
            return (Key: i / times, response.StatusCode, Body: await response.Content.ReadAsStringAsync());
        });

        answers.Should().HaveCount(keys * times).And.OnlyContain(a => a.StatusCode == HttpStatusCode.Created);
        answers.GroupBy(a => a.Key).Should().OnlyContain(g => g.Count() == times && g.Select(a => a.Body).Distinct().Count() == 1);
        (await App.Database.ListAsync<long>("select count(*) from assets")).Should().Equal(keys);
    }

    /// <summary>Neighbours in number run at the same time.</summary>
    private static async Task<IReadOnlyList<T>> InParallelAsync<T>(int count, Func<int, Task<T>> work)
    {
        var next = -1;
        var done = new T[count];
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;) done[i] = await work(i);
        })));
        return done;
    }
}
