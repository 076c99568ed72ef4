namespace Director.Benchmarks.Cases;

/// <summary>One asset, and a page of them.</summary>
internal static class ReadCases
{
    internal static async Task ReadAsync(Bench bench)
    {
        await Fixture.PropsAsync(bench);
        Request read = (server, n) => bench.Crew.Request(HttpMethod.Get, server, $"/api/assets/{BenchDatabase.Prop(1 + (n % Fixture.Props))}");
        await bench.CompareAsync("read one asset, 1 kB details", read, read, 0.6);
    }

    internal static async Task PageAsync(Bench bench)
    {
        await Fixture.PropsAsync(bench);
        Request page = (server, _) => bench.Crew.Request(HttpMethod.Get, server, "/api/assets?type=prop&limit=50");
        await bench.CompareAsync("a page of 50 of 10,000", page, page, 0.6);
    }
}
