using System.Globalization;

namespace Director.Benchmarks.Cases;

/// <summary>A word that is everywhere and a page, in a small workspace and in a large one.</summary>
internal static class SearchCases
{
    private static (double Page, double Search)? small;

    internal static async Task SmallAsync(Bench bench)
    {
        await Fixture.PropsAsync(bench);
        small = await MeasureAsync(bench, Fixture.Props);
    }

    internal static async Task LargeAsync(Bench bench)
    {
        if (small is null) await SmallAsync(bench);
        await bench.Database.AddPropsAsync(bench.Crew.Workspace, bench.Crew.User, Fixture.Props + 1, bench.Options.Assets);
        var (page, _) = await MeasureAsync(bench, bench.Options.Assets);
        var ratio = page / small!.Value.Page;
        bench.Results.Add("a page of 50, large / small", ratio.ToString("0.00", CultureInfo.InvariantCulture), "<= 1.5", ratio <= 1.5);
    }

    private static async Task<(double Page, double Search)> MeasureAsync(Bench bench, int assets)
    {
        var page = await TimeAsync(bench, "/api/assets?limit=50");
        var count = assets.ToString("#,0", CultureInfo.InvariantCulture);
        bench.Results.Add($"a page of 50 of {count}, p50", $"{Results.Milliseconds(page.Percentile(0.5))} ms", "", true);
        var worst = 0.0;
        // In every row; in every eighth row's name; a number that one row has.
        foreach (var words in (string[])["brass", "lamp", "worn brass", "4711"])
        {
            var search = await TimeAsync(bench, $"/api/assets?q={Uri.EscapeDataString(words)}&limit=50");
            worst = Math.Max(worst, search.Percentile(0.95));
            bench.Results.Add($"search \"{words}\" in {count}, p95", $"{Results.Milliseconds(search.Percentile(0.95))} ms", "<= 100 ms", search.Percentile(0.95) <= 100);
        }

        return (page.Percentile(0.5), worst);
    }

    private static async Task<Round> TimeAsync(Bench bench, string path)
    {
        Request request = (server, _) => bench.Crew.Request(HttpMethod.Get, server, path);
        await bench.Load.RunAsync(bench.Director, request, 1, bench.Options.Round);
        return await bench.Load.RunAsync(bench.Director, request, 1, bench.Options.Round * 2);
    }
}
