using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>What tests of generation do over HTTP, in one line each.</summary>
internal static class Crew
{
    internal static async Task<Guid> FilmAsync(this HttpClient client, string name = "The Harbour") => await client.AssetAsync("film", name, null);

    internal static async Task<Guid> ShotAsync(this HttpClient client, Guid parent, string name = "Mira waits", object? details = null) =>
        await client.AssetAsync("shot", name, parent, details ?? new { description = "Mira waits on the pier in the rain", shotSize = "MS", cameraAngle = "low", movement = "pushIn" });

    internal static async Task<Guid> AssetAsync(this HttpClient client, string type, string name, Guid? parent, object? details = null) =>
        (await client.PostAsync<JsonElement>("/api/assets", new { type, name, parentId = parent, details = details ?? new { } })).GetProperty("id").GetGuid();

    internal static async Task<IReadOnlyList<JsonElement>> GenerateAsync(this HttpClient client, Guid shot, object body) =>
        [.. (await client.PostAsync<JsonElement>($"/api/shots/{shot}/generate", body)).EnumerateArray()];

    internal static async Task<JsonElement> GenerationAsync(this HttpClient client, Guid id) => await client.GetAsync<JsonElement>($"/api/generations/{id}");

    /// <summary>Waits until every generation of the caller has ended.</summary>
    internal static async Task<IReadOnlyList<JsonElement>> SettledAsync(this HttpClient client, int seconds = 180)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < until; await Task.Delay(100))
        {
            var all = await client.GetAsync<JsonElement>("/api/generations?limit=200");
            var items = all.GetProperty("items").EnumerateArray().ToList();
            if (items.Count > 0 && items.All(g => g.GetProperty("endedAt").ValueKind != JsonValueKind.Null)) return items;
        }

        throw new TimeoutException($"Generations are still pending after {seconds} s: {await client.GetStringAsync("/api/generations")}");
    }

    internal static async Task<IReadOnlyList<JsonElement>> TakesAsync(this HttpClient client, Guid shot) =>
        [.. (await client.GetAsync<JsonElement>($"/api/assets?type=shot_take&parentId={shot}&sort=number&limit=200")).GetProperty("items").EnumerateArray()];

    internal static string State(this JsonElement generation) => generation.GetProperty("state").GetString()!;

    internal static async Task<HttpStatusCode> StatusAsync(this HttpClient client, HttpMethod method, string path) =>
        (await client.SendAsync(new HttpRequestMessage(method, path))).StatusCode;
}
