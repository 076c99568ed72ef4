using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Events;

/// <summary>What an operation is tried with.</summary>
/// <param name="Do">Calls it.</param>
/// <param name="Prepare">Makes what it needs beyond the world.</param>
internal sealed record UndoAct(Func<HttpClient, Task> Do, Func<HttpClient, Task>? Prepare = null);

/// <summary>One call of every operation that can be undone. A new one gets its line here.</summary>
internal static class UndoActs
{
    internal static UndoAct Of(string operation, UndoWorld w) => operation switch
    {
        "createAsset" => Post("/api/assets", new { type = "prop", name = "Oar", tags = new[] { "wet", "wood" } }),
        "createAssets" => Post("/api/assets/batch", new { items = new[] { new { type = "prop", name = "Oar" }, new { type = "prop", name = "Net" } } }),
        "updateAsset" => new(async http => await PatchSeenAsync(http, w.Prop, """{"name":"Lantern","metadata":{"a":"b"},"details":{"description":"tin"}}""")),
        "updateAssets" => new(http => http.SendJsonAsync(HttpMethod.Patch, "/api/assets/batch", new { items = new[] { new { id = w.Prop, patch = new { name = "Lantern" } } } }).SucceedsAsync()),
        "deleteAsset" => Delete($"/api/assets/{w.Take}"),
        "restoreAsset" => Post($"/api/assets/{w.SecondShot}/restore") with { Prepare = Delete($"/api/assets/{w.SecondShot}").Do },
        "moveAsset" => Post($"/api/assets/{w.SecondShot}/move", new { before = w.Shot }),
        "selectChild" => Put($"/api/assets/{w.Shot}/selected-child", new { childId = w.SecondTake }),
        "putMedia" => new(http => UndoWorld.PutPictureAsync(http, w.Picture, 1)),
        "createFilm" => Post("/api/films", new { title = "Another" }),
        "createScene" => Post($"/api/films/{w.Film}/scenes", new { location = "HUT" }),
        "addShotToFilm" => Post($"/api/films/{w.Film}/shots", new { description = "The title." }),
        "addShotToScene" => Post($"/api/scenes/{w.Scene}/shots", new { description = "A boot.", characters = new[] { w.Character } }),
        "reorderFilm" => Post($"/api/films/{w.Film}/reorder", new[] { new { id = w.SecondShot, parentId = w.Scene, after = (string?)null } }),
        "createCharacter" => Post($"/api/films/{w.Film}/characters", new { name = "Марк" }),
        "castCharacter" => Post($"/api/films/{w.Film}/cast", new { characterId = w.Prop }),
        "uncastCharacter" => Delete($"/api/films/{w.Film}/cast/{w.Character}"),
        "linkShotAssets" => Put($"/api/shots/{w.Shot}/links", new { characters = new[] { w.Character }, props = new[] { w.SecondProp } }),
        "createShotTake" => Post($"/api/shots/{w.Shot}/takes", new { source = "set" }),
        "updateTake" => new(http => http.SendJsonAsync(HttpMethod.Patch, $"/api/takes/{w.Take}", new { circled = true, rating = 4, notes = "Wind.", rejected = true }).SucceedsAsync()),
        "reviewTake" => Put($"/api/takes/{w.Take}/review", new { verdict = "approved", notes = "Good." }),
        "resetTakeReview" => Delete($"/api/takes/{w.Take}/review") with { Prepare = Put($"/api/takes/{w.Take}/review", new { verdict = "rejected" }).Do },
        "selectTake" => Put($"/api/shots/{w.Shot}/selected-take", new { takeId = w.SecondTake, reason = "her eyes" }),
        "clearSelectedTake" => Delete($"/api/shots/{w.Shot}/selected-take"),
        "createRelationship" => Post("/api/relationships", new { parentId = w.Shot, childId = w.SecondProp, kind = "uses_prop" }),
        "updateRelationship" => new(http => http.SendJsonAsync(HttpMethod.Patch, $"/api/relationships/{w.Link}", new { sequence = 7, metadata = new { hand = "right" } }).SucceedsAsync()),
        "deleteRelationship" => Delete($"/api/relationships/{w.Link}"),
        "createCollection" => Post("/api/collections", new { name = "Ropes", parentId = w.Inner }),
        "updateCollection" => new(http => http.SendJsonAsync(HttpMethod.Patch, $"/api/collections/{w.Inner}", """{"name":"Lost lamps","kind":"storyboard","parentId":null}""").SucceedsAsync()),
        "deleteCollection" => Delete($"/api/collections/{w.Collection}"),
        "setCollectionMembers" => Put($"/api/collections/{w.Collection}/members", new { assetIds = new[] { w.Character, w.SecondProp, w.Prop } }),
        "createTag" => Post("/api/tags", new { name = "dry" }),
        "updateTag" => new(http => http.SendJsonAsync(HttpMethod.Patch, $"/api/tags/{w.Tag}", new { name = "very wet", colour = "#336699" }).SucceedsAsync()),
        "deleteTag" => Delete($"/api/tags/{w.Tag}"),
        "setAssetTags" => Put($"/api/assets/{w.Prop}/tags", new { tags = new[] { "brass" } }),
        "undoEvent" => new(async http => await http.PostJsonAsync($"/api/events/{(await http.GetAsync<JsonNode>("/api/events?order=newest&limit=1"))["items"]![0]!["id"]}/undo").SucceedsAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "An operation that can be undone has a call here."),
    };

    private static UndoAct Post(string path, object? body = null) => new(http => http.PostJsonAsync(path, body).SucceedsAsync());

    private static UndoAct Put(string path, object body) => new(http => http.SendJsonAsync(HttpMethod.Put, path, body).SucceedsAsync());

    private static UndoAct Delete(string path) => new(http => http.DeleteAsync(path).SucceedsAsync());

    private static async Task PatchSeenAsync(HttpClient http, string asset, string patch)
    {
        var version = (await http.GetAsync<JsonNode>($"/api/assets/{asset}"))["version"]!.GetValue<long>();
        await http.SendJsonAsync(HttpMethod.Patch, $"/api/assets/{asset}", patch, version).SucceedsAsync();
    }
}
