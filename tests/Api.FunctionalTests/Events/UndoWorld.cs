using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Events;

/// <summary>Something of everything that an operation can change, and a picture of all of it.</summary>
internal sealed record UndoWorld(
    string Film, string Scene, string Shot, string SecondShot, string Take, string SecondTake, string Character, string Prop, string SecondProp, string Picture, string Link, string Collection,
    string Inner, string Tag)
{
    /// <summary>What is another after an undoing although nothing is: counters, moments, the form of an order key.</summary>
    private static readonly HashSet<string> Fleeting = ["version", "updatedAt", "createdAt", "createdBy", "position", "at", "revision"];

    internal static async Task<UndoWorld> BuildAsync(HttpClient http)
    {
        var film = await IdAsync(http, "/api/films", new { title = "Night Ferry" });
        var scene = await IdAsync(http, $"/api/films/{film}/scenes", new { location = "QUAY" });
        var shot = await IdAsync(http, $"/api/scenes/{scene}/shots", new { description = "Gulls." });
        var second = await IdAsync(http, $"/api/scenes/{scene}/shots", new { description = "The rope." });
        var take = await IdAsync(http, $"/api/shots/{shot}/takes", new { source = "set", notes = "Rain." });
        var other = await IdAsync(http, $"/api/shots/{shot}/takes", new { source = "set" });
        var character = await IdAsync(http, $"/api/films/{film}/characters", new { name = "Anna" });
        var prop = await IdAsync(http, "/api/assets", new { type = "prop", name = "Lamp", tags = new[] { "wet" } });
        var rope = await IdAsync(http, "/api/assets", new { type = "prop", name = "Rope" });
        var picture = await IdAsync(http, "/api/assets", new { type = "image", name = "Plan" });
        await PutPictureAsync(http, picture, 0);
        var link = await IdAsync(http, "/api/relationships", new { parentId = shot, childId = prop, kind = "uses_prop", metadata = new { hand = "left" } });
        var collection = await IdAsync(http, "/api/collections", new { name = "Lamps", kind = "library" });
        var inner = await IdAsync(http, "/api/collections", new { name = "Old lamps", parentId = collection });
        await http.PutAsync<JsonNode>($"/api/collections/{collection}/members", new { assetIds = new[] { prop, picture, character } });
        var tags = await http.GetAsync<JsonNode>("/api/tags");
        await http.PutAsync<JsonNode>($"/api/shots/{shot}/selected-take", new { takeId = take, reason = "the light" });
        return new UndoWorld(film, scene, shot, second, take, other, character, prop, rope, picture, link, collection, inner, tags["items"]![0]!["id"]!.ToString());
    }

    /// <summary>Everything that can be read, as one text.</summary>
    internal async Task<string> LookAsync(HttpClient http)
    {
        var seen = new JsonObject
        {
            ["films"] = await http.GetAsync<JsonNode>("/api/films"),
            ["structure"] = await http.GetAsync<JsonNode>($"/api/films/{Film}/structure?takes=all"),
            ["cast"] = await http.GetAsync<JsonNode>($"/api/films/{Film}/cast"),
            ["shot"] = await http.GetAsync<JsonNode>($"/api/shots/{Shot}"),
            ["links"] = await http.GetAsync<JsonNode>($"/api/assets/{Shot}/children?limit=200"),
            ["assets"] = await http.GetAsync<JsonNode>("/api/assets?sort=createdAt&limit=200"),
            ["collections"] = await http.GetAsync<JsonNode>("/api/collections?limit=200"),
            ["tags"] = await http.GetAsync<JsonNode>("/api/tags?limit=200"),
        };
        foreach (var collection in seen["collections"]!["items"]!.AsArray().ToList())
            seen[$"members of {collection!["id"]}"] = await http.GetAsync<JsonNode>($"/api/collections/{collection["id"]}/members?limit=200");
        Still(seen);
        return seen.ToJsonString();
    }

    /// <summary>Puts one of two pictures on an asset: 8 or 16 pixels wide.</summary>
    internal static async Task PutPictureAsync(HttpClient http, string asset, int which)
    {
        var bytes = Convert.FromBase64String(which == 0
            ? "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNIgQIGyhgAhHUZAVE+w4IAAAAASUVORK5CYII="
            : "iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAAAAADVHSBLAAAAD0lEQVR4nGOIQgMMAyMAAPUtLQHIAFsqAAAAAElFTkSuQmCC");
        using var file = new ByteArrayContent(bytes) { Headers = { ContentType = new("image/png") } };
        await http.PutAsync($"/api/assets/{asset}/media", file).SucceedsAsync();
    }

    private static async Task<string> IdAsync(HttpClient http, string path, object body) => (await http.PostAsync<JsonNode>(path, body))["id"]!.ToString();

    private static void Still(JsonNode? node)
    {
        if (node is JsonArray items) foreach (var item in items) Still(item);
        if (node is not JsonObject fields) return;
        foreach (var name in Fleeting) fields.Remove(name);
        foreach (var (_, value) in fields.ToArray()) Still(value);
    }
}
