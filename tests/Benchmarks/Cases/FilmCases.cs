using System.Net.Http.Headers;

namespace Director.Benchmarks.Cases;

/// <summary>The structure of 2,000 shots with ten takes each, whole and unchanged.</summary>
internal static class FilmCases
{
    internal static async Task StructureAsync(Bench bench)
    {
        var film = await Fixture.FilmAsync(bench);
        Request structure = (server, _) => bench.Crew.Request(HttpMethod.Get, server, $"/api/films/{film}/structure");
        var (ours, theirs) = (await bench.Load.OnceAsync(bench.Director.Address, structure), await bench.Load.OnceAsync(bench.Baseline.Address, structure));
        await Console.Error.WriteLineAsync($"structure: {ours:#,0} bytes, baseline {theirs:#,0}");
        await bench.CompareAsync("film structure, 2,000 shots x 10 takes", structure, structure, 0.5);
    }

    internal static async Task UnchangedAsync(Bench bench)
    {
        var film = await Fixture.FilmAsync(bench);
        Request director = (server, _) =>
        {
            var request = bench.Crew.Request(HttpMethod.Get, server, $"/api/films/{film}/structure");
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"1\""));
            return request;
        };
        await bench.CompareAsync("structure unchanged (304) / one key", director, (server, _) => bench.Crew.Request(HttpMethod.Get, server, $"/key/{film}"), 0.6);
    }
}
