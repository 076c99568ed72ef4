namespace Director.Benchmarks.Cases;

/// <summary>The two commands that crews run most.</summary>
internal static class WriteCases
{
    internal static Task CreateAsync(Bench bench)
    {
        var filler = string.Join(' ', Enumerable.Repeat("Worn brass with a dent on one side.", 24));
        Request create = (server, n) => bench.Crew.Request(
            HttpMethod.Post, server, "/api/assets", $$$"""{"type":"prop","name":"Lamp {{{n}}}","details":{"description":"{{{filler}}}","palette":["#b08d57"]}}""");
        return bench.CompareAsync("create an asset, 1 kB details", create, create, 0.4);
    }

    /// <summary>Each request picks in another shot: racing for one pick is a matter of correctness, not of speed.</summary>
    internal static async Task SelectAsync(Bench bench)
    {
        await Fixture.FilmAsync(bench);
        Request select = (server, n) => bench.Crew.Request(
            HttpMethod.Put, server, $"/api/shots/{BenchDatabase.Shot(n % 2000)}/selected-take", $$"""{"takeId":"{{BenchDatabase.TakeOf(n % 2000, 1 + (n / 2000 % 10))}}"}""");
        await bench.CompareAsync("select a take", select, select, 0.4);
    }
}
