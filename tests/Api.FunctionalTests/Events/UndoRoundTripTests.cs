using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;
using Director.Application.Events;

namespace Director.Api.FunctionalTests.Events;

/// <summary>Every operation is either taken back so that everything looks as before, or says why it cannot be.</summary>
public sealed class UndoRoundTripTests(DirectorApp app) : FunctionalTest(app)
{
    public static TheoryData<string> Undoable => [.. UndoRegistry.Undoable.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_operation_can_be_undone_or_says_why_not()
    {
        var changing = ApiContract.Committed.Operations.Where(o => o.Method != "GET").Select(o => o.Id).ToList();
        var (undoable, reasons) = (UndoRegistry.Undoable, UndoRegistry.NotUndoable);

        changing.Where(o => undoable.Contains(o) == reasons.ContainsKey(o)).Should().BeEmpty("each stands in exactly one of the two lists of {0}", nameof(UndoRegistry));
        undoable.Concat(reasons.Keys).Except(changing).Should().BeEmpty("these are no operations any more");
        reasons.Values.Should().OnlyContain(r => r.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Undoable))]
    public async Task Undone_everything_is_as_before(string operation)
    {
        using var client = await App.CreateClient("ada");
        var world = await UndoWorld.BuildAsync(client);
        var act = UndoActs.Of(operation, world);
        if (act.Prepare is { } prepare) await prepare(client);
        var before = await world.LookAsync(client);
        var start = (await EventsAsync(client, "")).FirstOrDefault()?.Id;

        await act.Do(client);
        (await world.LookAsync(client)).Should().NotBe(before, "{0} changes something", operation);
        foreach (var happened in await EventsAsync(client, $"&after={start}"))
        {
            if (!happened.Undoable) continue;
            using var undone = await client.PostJsonAsync($"/api/events/{happened.Id}/undo");
            // What an earlier undoing took back along with its own is as it was already.
            if (!undone.IsSuccessStatusCode) (await undone.Content.ReadAsStringAsync()).Should().Contain("event.changedSince", "{0} {1}", happened.Kind, happened.SubjectType);
        }

        (await world.LookAsync(client)).Should().Be(before);
    }

    [Theory]
    [InlineData("importScreenplay")]
    [InlineData("generateShotTakes")]
    public async Task What_cannot_be_undone_is_said_so_in_the_list_and_refused(string operation)
    {
        using var client = await App.CreateClient("ada");
        var world = await UndoWorld.BuildAsync(client);
        if (operation == "importScreenplay") await client.PostAsync($"/api/films/{world.Film}/import?format=fountain", new StringContent("INT. HUT - NIGHT\n\nAnna takes off her boots.\n")).SucceedsAsync();
        else await client.PostAsync<JsonNode>($"/api/shots/{world.Shot}/generate", new { provider = "fake", count = 1 });

        var happened = await EventsAsync(client, $"&kind={operation}");

        happened.Should().NotBeEmpty().And.OnlyContain(e => !e.Undoable);
        (await client.PostJsonAsync($"/api/events/{happened[0].Id}/undo").ProblemAsync()).Code.Should().Be("event.notUndoable");
        await App.WorkIsOverAsync();
    }

    [Fact]
    public async Task A_collection_that_gained_something_since_is_not_taken_away()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.MakeAsync("prop");
        var collection = await client.PostAsync<CollectionAnswer>("/api/collections", new { name = "Boots" });
        var made = (await EventsAsync(client, "&kind=createCollection"))[0].Id;
        await client.PutAsync<CollectionAnswer>($"/api/collections/{collection.Id}/members", new { assetIds = new[] { prop.Id } });

        (await client.PostJsonAsync($"/api/events/{made}/undo").ProblemAsync()).Should().Match<Problem>(p => p.Code == "event.changedSince" && p.Fields.Contains("members"));
    }

    [Fact]
    public async Task A_tag_that_somebody_carries_since_is_not_taken_away()
    {
        using var client = await App.CreateClient("ada");
        var prop = await client.MakeAsync("prop");
        await client.PostAsync<TagAnswer>("/api/tags", new { name = "wet" });
        var made = (await EventsAsync(client, "&kind=createTag"))[0].Id;
        await client.PutAsync<AssetAnswer>($"/api/assets/{prop.Id}/tags", new { tags = new[] { "wet" } });

        (await client.PostJsonAsync($"/api/events/{made}/undo").ProblemAsync()).Should().Match<Problem>(p => p.Code == "event.changedSince" && p.Fields.Contains("assets"));
    }

    private static async Task<EventAnswer[]> EventsAsync(HttpClient client, string filter) =>
        (await client.GetAsync<PageAnswer<EventAnswer>>($"/api/events?order=newest&limit=200{filter}")).Items;
}

internal sealed record EventAnswer(string Id, string Kind, string SubjectType, Guid SubjectId, string? SubjectName, DateTimeOffset At, JsonElement? Before, JsonElement? After, bool Undoable);
