using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Events;

public sealed class EventStreamTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_stream_tells_what_happens_and_goes_on_after_what_was_seen_last()
    {
        var ada = await App.CreateClient("ada");
        await ada.FilmAsync("first");
        string last;
        using (var stream = await OpenAsync(ada))
        {
            var film = await ada.FilmAsync("second");
            var told = await stream.NextAsync();
            told.Data.GetProperty("subjectId").GetGuid().Should().Be(film);
            told.Data.GetProperty("actor").GetProperty("name").GetString().Should().Be("ada");
            last = told.Id;
        }

        var missed = await ada.FilmAsync("third");
        using var again = await OpenAsync(ada, last);
        (await again.NextAsync()).Data.GetProperty("subjectId").GetGuid().Should().Be(missed);
    }

    [Fact]
    public async Task An_unknown_place_is_answered_with_a_reset()
    {
        var ada = await App.CreateClient("ada");
        using var stream = await OpenAsync(ada, "999999999-1");
        (await stream.LineAsync()).Should().Be("event: reset");
    }

    [Fact]
    public async Task A_stream_ends_soon_after_signing_out()
    {
        var ada = await App.CreateClient("ada");
        using var stream = await OpenAsync(ada);
        await ada.PostJsonAsync("/api/auth/logout").SucceedsAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await stream.LineAsync(soon.Token) is not null)
        {
            // Whatever was still on its way.
        }
    }

    [Fact]
    public async Task A_stream_of_a_revoked_key_ends_within_five_seconds()
    {
        var ada = await App.CreateClient("ada");
        var workspace = (await App.PersonAsync("ada")).WorkspaceId;
        var made = await ada.PostAsync<JsonElement>($"/api/workspaces/{workspace}/api-keys", new { name = "Watcher", scopes = new[] { "look" } });
        using var program = App.Anonymous();
        program.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("key").GetString());
        using var stream = await OpenAsync(program);

        await ada.DeleteAsync($"/api/workspaces/{workspace}/api-keys/{made.GetProperty("id").GetGuid()}").SucceedsAsync();

        await EndsAsync(stream);
    }

    [Fact]
    public async Task A_stream_of_a_removed_member_ends_within_five_seconds()
    {
        var ada = await App.CreateClient("ada");
        var workspace = (await App.PersonAsync("ada")).WorkspaceId;
        using var ben = await App.CreateMember("ben", workspace, "artist");
        var id = (await ben.GetAsync<JsonElement>("/api/me")).GetProperty("user").GetProperty("id").GetGuid();
        using var stream = await OpenAsync(ben);

        await ada.DeleteAsync($"/api/workspaces/{workspace}/members/{id}").SucceedsAsync();

        await EndsAsync(stream);
    }

    private static async Task EndsAsync(Ear stream)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (await stream.LineAsync(soon.Token) is not null)
        {
            // Whatever was still on its way.
        }
    }

    [Fact]
    public async Task Nothing_of_another_workspace_is_told()
    {
        var ada = await App.CreateClient("ada");
        var eve = await App.CreateClient("eve");
        using var stream = await OpenAsync(eve);
        await ada.FilmAsync();
        var own = await eve.FilmAsync();
        (await stream.NextAsync()).Data.GetProperty("subjectId").GetGuid().Should().Be(own);
    }

    [Fact]
    public async Task The_log_is_read_in_pages_without_gaps()
    {
        var ada = await App.CreateClient("ada");
        for (var i = 0; i < 5; i++) await ada.FilmAsync($"film {i}");
        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await ada.GetAsync<JsonElement>($"/api/events?limit=2&after={after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        }

        seen.Should().OnlyHaveUniqueItems().And.HaveCount((int)(await App.Database.ListAsync<long>("select count(*) from activity")).Single());
        (await ada.GetAsync("/api/events?after=yesterday").ProblemAsync()).HttpStatus.Should().Be(400);
    }

    private static async Task<Ear> OpenAsync(HttpClient client, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/events/stream");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        var ear = new Ear(new StreamReader(await response.Content.ReadAsStreamAsync()));
        if (lastEventId is null) (await ear.LineAsync()).Should().Be(": open");
        return ear;
    }

    private sealed class Ear(StreamReader reader) : IDisposable
    {
        internal Task<string?> LineAsync(CancellationToken ct = default) => reader.ReadLineAsync(ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), ct);

        internal async Task<(string Id, JsonElement Data)> NextAsync()
        {
            var id = "";
            while (await LineAsync() is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
                if (line.StartsWith("data: ", StringComparison.Ordinal)) return (id, JsonDocument.Parse(line[6..]).RootElement);
            }

            throw new EndOfStreamException();
        }

        public void Dispose() => reader.Dispose();
    }
}
