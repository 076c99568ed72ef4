using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

internal sealed record AssetAnswer(
    Guid Id, Guid WorkspaceId, string Type, string Name, string? Description, string? ExternalId, Dictionary<string, string> Metadata, string? Status,
    Guid? ParentId, Guid RootId, string Position, int? Number, string? Code, Guid? SelectedChildId, SelectionAnswer? Selection, JsonElement Details,
    string? Source, string[] Tags, bool Favorite, int? Rating, bool Circled, string? Verdict, int TakeCount, long Version)
{
    /// <summary>A text among the details; null when it is not there.</summary>
    public string? Detail(string name) => Details.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}

internal sealed record SelectionAnswer(Guid ChildId, int? Number, DateTimeOffset At, Guid By, string ByName, string? Reason);

internal sealed record PageAnswer<T>(T[] Items, string? Next);

internal sealed record LinkAnswer(Guid Id, Guid ParentId, Guid ChildId, string Kind, int Sequence, Dictionary<string, string> Metadata);

internal sealed record CollectionAnswer(Guid Id, string Name, string Kind, Guid? ParentId, int MemberCount, long Version);

internal sealed record TagAnswer(Guid Id, string Name, string? Category, string? Colour, long Usage);

internal sealed record HistoryAnswer(string EventId, string Kind, string SubjectType, Guid SubjectId, DateTimeOffset At, Guid? By, string ByName, string ActorKind, JsonElement? Before, JsonElement? After);

internal sealed record UndoneAnswer(string? EventId, string SubjectType, Guid SubjectId, AssetAnswer? Asset, LinkAnswer? Relationship);

internal sealed record BatchAnswer(int Index, int Status, AssetAnswer? Asset, BatchProblem? Error);

internal sealed record BatchProblem(string Code, string Title, Dictionary<string, string[]> Errors);

/// <summary>The few calls that nearly every test begins with.</summary>
internal static class AssetCalls
{
    public static Task<AssetAnswer> MakeAsync(this HttpClient client, string type, string name = "A", Guid? parent = null, object? details = null) =>
        client.PostAsync<AssetAnswer>("/api/assets", new { type, name, parentId = parent, details });

    public static Task<AssetAnswer> ReadAsync(this HttpClient client, Guid id) => client.GetAsync<AssetAnswer>($"/api/assets/{id}");

    public static Task<AssetAnswer> PickAsync(this HttpClient client, AssetAnswer owner, Guid? child, string? reason = null) =>
        client.PutAsync<AssetAnswer>($"/api/assets/{owner.Id}/selected-child", new { childId = child, reason });

    public static Task<HttpResponseMessage> RemoveAsync(this HttpClient client, AssetAnswer asset) => client.DeleteAsync($"/api/assets/{asset.Id}");

    public static async Task<HistoryAnswer[]> HistoryAsync(this HttpClient client, Guid id) =>
        (await client.GetAsync<PageAnswer<HistoryAnswer>>($"/api/assets/{id}/history?limit=200")).Items;

    public static Task<UndoneAnswer> UndoAsync(this HttpClient client, string? eventId) => client.PostAsync<UndoneAnswer>($"/api/events/{eventId}/undo");

    /// <summary>A film with one scene, one shot and as many takes as asked for.</summary>
    public static async Task<Small> FilmAsync(this HttpClient client, int takes = 2)
    {
        var film = await client.MakeAsync("film", "Night Ferry");
        var scene = await client.MakeAsync("scene", "Quay", film.Id, new { setting = "QUAY" });
        var shot = await client.MakeAsync("shot", "Gulls", scene.Id, new { description = "Gulls over the water", durationFrames = 48 });
        var made = new List<AssetAnswer>();
        for (var i = 1; i <= takes; i++) made.Add(await client.MakeAsync("shot_take", $"Take {i}", shot.Id));
        return new Small(film, scene, shot, made);
    }

    /// <summary>Sends anything with a key by which a repeat is recognised.</summary>
    public static Task<HttpResponseMessage> PostOnceAsync(this HttpClient client, string path, string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, HttpClientExtensions.Json), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}

internal sealed record Small(AssetAnswer Film, AssetAnswer Scene, AssetAnswer Shot, IReadOnlyList<AssetAnswer> Takes);
