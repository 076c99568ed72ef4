using System.Diagnostics;
using System.Text.Json;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Films;

/// <summary>A film of a feature's length is read as it is, in one statement.</summary>
public sealed class LongFilmTests(DirectorApp app) : FunctionalTest(app)
{
    private const int Scenes = 10, ShotsPerScene = 20, Takes = 10;

    [Fact]
    public async Task Two_hundred_shots_with_ten_takes_each_come_in_order_in_one_statement()
    {
        using var client = await App.CreateClient("ada");
        var film = await client.MakeAsync("film", "Long");
        var scenes = await MakeAsync(client, Enumerable.Range(1, Scenes).Select(i => Item("scene", $"Scene {i}", film.Id)));
        var shots = await MakeAsync(client, scenes.SelectMany(s => Enumerable.Range(1, ShotsPerScene).Select(i => Item("shot", $"{s.Name} shot {i}", s.Id))));
        var takes = await MakeAsync(client, shots.SelectMany(s => Enumerable.Range(1, Takes).Select(i => Item("shot_take", $"Take {i}", s.Id))));
        var third = takes.Where(t => t.Number == 3).ToDictionary(t => t.ParentId!.Value);
        foreach (var shot in shots.Where((_, i) => i % 2 == 0)) await client.PutAsync<JsonElement>($"/api/shots/{shot.Id}/selected-take", new { takeId = third[shot.Id].Id });

        foreach (var shown in (string[])["selected", "all"])
        {
            var (structure, statements) = await ReadAsync(client, film.Id, shown);
            statements.Should().Equal([1], "the whole film is one statement whatever its length");
            Check(structure, shown == "all");
        }

        void Check(JsonElement structure, bool all)
        {
            structure.GetProperty("scenes").EnumerateArray().Select(s => s.Id()).Should().Equal(scenes.Select(s => s.Id));
            var read = structure.GetProperty("scenes").EnumerateArray().SelectMany(s => s.GetProperty("shots").EnumerateArray()).ToList();
            read.Select(s => s.Id()).Should().Equal(shots.Select(s => s.Id));
            read.Should().OnlyContain(s => s.GetProperty("takeCount").GetInt32() == Takes);
            for (var i = 0; i < read.Count; i++)
            {
                var selected = read[i].GetProperty("selectedTake");
                if (i % 2 == 0) selected.Id().Should().Be(third[shots[i].Id].Id);
                else selected.ValueKind.Should().Be(JsonValueKind.Null);
                if (all) read[i].GetProperty("takes").EnumerateArray().Select(t => t.GetProperty("number").GetInt32()).Should().Equal(Enumerable.Range(1, Takes));
            }

            var progress = structure.GetProperty("progress");
            (progress.GetProperty("shots").GetInt32(), progress.GetProperty("withTakes").GetInt32(), progress.GetProperty("selected").GetInt32())
                .Should().Be((Scenes * ShotsPerScene, Scenes * ShotsPerScene, Scenes * ShotsPerScene / 2));
        }
    }

    /// <summary>The structure, and for every statement that touched assets how often it was sent.</summary>
    private static async Task<(JsonElement Structure, IReadOnlyList<int> Statements)> ReadAsync(HttpClient client, Guid film, string takes)
    {
        var trace = ActivityTraceId.CreateRandom();
        var sent = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId != trace) return;
                lock (sent) sent.Add(string.Join(' ', activity.TagObjects.Select(t => t.Value)));
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/films/{film}/structure?takes={takes}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        var structure = await client.SendAsync(request).ReadAsync<JsonElement>();
        // Looking up who asks is another's work, and is remembered for a moment.
        return (structure, [.. sent.Where(s => !s.Contains("user_sessions", StringComparison.Ordinal)).GroupBy(s => s).Select(g => g.Count())]);
    }

    private static object Item(string type, string name, Guid parentId) => new { type, name, parentId };

    private static async Task<IReadOnlyList<AssetAnswer>> MakeAsync(HttpClient client, IEnumerable<object> items)
    {
        var made = new List<AssetAnswer>();
        foreach (var part in items.Chunk(50)) made.AddRange((await client.PostAsync<BatchAnswer[]>("/api/assets/batch", new { items = part })).Select(a => a.Asset!));
        return made;
    }
}
