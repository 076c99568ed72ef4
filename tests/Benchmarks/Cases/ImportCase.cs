using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Director.Benchmarks.Cases;

/// <summary>A feature-length script becomes scenes and shots: how long a person waits for it.</summary>
internal static class ImportCase
{
    private const int Pages = 120;
    private const int Times = 5;

    internal static async Task RunAsync(Bench bench)
    {
        var script = LongScript.Write(Pages);
        using var http = new HttpClient { BaseAddress = bench.Director.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bench.Crew.Token);
        for (var i = 1; i <= Times; i++)
        {
            using var film = await http.PostAsJsonAsync("/api/assets", new { type = "film", name = $"Import {i}" });
            var id = (await film.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            using var body = new StringContent(script);
            var (watch, before) = (Stopwatch.StartNew(), bench.Director.ProcessorTime);
            using var imported = await http.PostAsync($"/api/films/{id}/import", body);
            imported.EnsureSuccessStatusCode();
            await imported.Content.ReadAsByteArrayAsync();
            var (seconds, cpu) = (watch.Elapsed.TotalSeconds, (bench.Director.ProcessorTime - before).TotalSeconds);
            var structure = await http.GetFromJsonAsync<JsonElement>($"/api/films/{id}/structure");
            bench.Results.Add(
                $"import of {Pages} pages, {structure.GetProperty("scenes").GetArrayLength()} scenes, {structure.GetProperty("progress").GetProperty("shots").GetInt32()} shots, no. {i}",
                string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s ({cpu:0.00} s of processor time in Director)"), "<= 2 s", seconds <= 2);
        }
    }
}
