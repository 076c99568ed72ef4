using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class IdempotencyTests(DirectorApp app) : FunctionalTest(app)
{
    private static readonly object Mira = new
    {
        type = "character_ref",
        name = "Mira",
        tags = new[] { "crew" },
        metadata = new { b = "2", a = "1" },
        details = new { characterType = "human", attributes = new { z = "1", hair_color = "red" } },
    };

    [Fact]
    public async Task A_repeat_gets_the_same_bytes_and_makes_nothing()
    {
        using var client = await App.CreateClient("ada");
        using var first = await client.PostOnceAsync("/api/assets", "k1", Mira);
        using var again = await client.PostOnceAsync("/api/assets", "k1", Mira);

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        again.StatusCode.Should().Be(HttpStatusCode.Created);
        (await again.Content.ReadAsByteArrayAsync()).Should().Equal(await first.Content.ReadAsByteArrayAsync());
        again.Headers.ETag.Should().Be(first.Headers.ETag);
        again.Headers.Location.Should().Be(first.Headers.Location);
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_repeat_answers_as_before_though_the_asset_has_changed_since()
    {
        using var client = await App.CreateClient("ada");
        var made = await client.PostOnceAsync("/api/assets", "k1", Mira).ReadAsync<AssetAnswer>();
        await client.PatchAsync<AssetAnswer>($"/api/assets/{made.Id}", new { name = "Renamed" }, made.Version);
        (await client.PostOnceAsync("/api/assets", "k1", Mira).ReadAsync<AssetAnswer>()).Name.Should().Be("Mira");
    }

    [Fact]
    public async Task The_same_request_written_differently_is_a_repeat()
    {
        using var client = await App.CreateClient("ada");
        await client.PostOnceAsync("/api/assets", "k1", """{"type":"image","name":"A","details":{"width":1,"height":2}}""").SucceedsAsync();
        await client.PostOnceAsync("/api/assets", "k1", """{ "details": { "height": 2, "width": 1 }, "name": "A", "type": "image" }""").SucceedsAsync();
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        using var client = await App.CreateClient("ada");
        await client.PostOnceAsync("/api/assets", "k1", Mira).SucceedsAsync();
        var problem = await client.PostOnceAsync("/api/assets", "k1", new { type = "film", name = "Other" }).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((422, "idempotency.otherRequest"));
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_refusal_keeps_nothing_so_the_key_is_free_again()
    {
        using var client = await App.CreateClient("ada");
        await client.PostOnceAsync("/api/assets", "k1", new { type = "image", name = "A", details = new { width = -1 } }).ProblemAsync();
        await client.PostOnceAsync("/api/assets", "k1", Mira).SucceedsAsync();
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_key_belongs_to_one_caller_one_workspace_and_one_operation()
    {
        using var ada = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        await ada.PostOnceAsync("/api/assets", "k1", Mira).SucceedsAsync();
        await bob.PostOnceAsync("/api/assets", "k1", new { type = "film", name = "Bob's" }).SucceedsAsync();
        await ada.PostOnceAsync("/api/tags", "k1", new { name = "t" }).SucceedsAsync();
        (await App.Database.ListAsync<long>("select count(*) from idempotency_keys")).Should().Equal(3);
    }

    [Fact]
    public async Task A_batch_happens_once_with_its_refusals()
    {
        using var client = await App.CreateClient("ada");
        var body = new { items = new object[] { new { type = "film", name = "A" }, new { type = "hologram", name = "B" } } };
        using var first = await client.PostOnceAsync("/api/assets/batch", "b1", body);
        using var again = await client.PostOnceAsync("/api/assets/batch", "b1", body);
        (await again.Content.ReadAsByteArrayAsync()).Should().Equal(await first.Content.ReadAsByteArrayAsync());
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Keys_are_kept_for_a_day_and_gone_after_two()
    {
        using var client = await App.CreateClient("ada");
        await client.PostOnceAsync("/api/assets", "old", Mira).SucceedsAsync();
        await App.Database.ExecuteAsync("update idempotency_keys set created_at = now() - interval '25 hours'");
        await client.PostOnceAsync("/api/assets", "old", Mira).SucceedsAsync();
        (await CountAsync()).Should().Be(1);

        await App.Database.ExecuteAsync("update idempotency_keys set created_at = now() - interval '49 hours'");
        await client.PostOnceAsync("/api/tags", "new", new { name = "t" }).SucceedsAsync();
        (await App.Database.ListAsync<string>("select key from idempotency_keys")).Should().Equal("new");
    }

    private async Task<long> CountAsync() => (await App.Database.ListAsync<long>("select count(*) from assets")).Single();
}
