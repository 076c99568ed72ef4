using System.Net;
using Director.Api.FunctionalTests.Assets;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Workspaces;

/// <summary>A workspace is made once for an Idempotency-Key, though there is no workspace yet that could keep the key.</summary>
public sealed class OneWorkspacePerKeyTests(DirectorApp app) : FunctionalTest(app)
{
    private static readonly object Night = new { name = "Night Shift" };

    [Fact]
    public async Task A_repeat_gets_the_same_bytes_and_makes_nothing()
    {
        using var client = await App.CreateClient("ada");
        using var first = await client.PostOnceAsync("/api/workspaces", "k1", Night);
        using var again = await client.PostOnceAsync("/api/workspaces", "k1", Night);

        (first.StatusCode, again.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.Created));
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        (again.Headers.Location, again.Headers.ETag).Should().Be((first.Headers.Location, first.Headers.ETag));
        (await SlugsAsync()).Should().Equal("ada", "night-shift");
    }

    [Fact]
    public async Task Calls_with_one_key_at_once_make_one()
    {
        using var client = await App.CreateClient("ada");

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.PostOnceAsync("/api/workspaces", "k1", Night).ReadAsync<WorkspaceShown>()));

        made.Select(w => w.Id).Distinct().Should().ContainSingle();
        (await SlugsAsync()).Should().Equal("ada", "night-shift");
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        using var client = await App.CreateClient("ada");
        await client.PostOnceAsync("/api/workspaces", "k1", Night).SucceedsAsync();

        (await client.PostOnceAsync("/api/workspaces", "k1", new { name = "Day Shift" }).ProblemAsync()).Code.Should().Be("idempotency.otherRequest");

        (await SlugsAsync()).Should().Equal("ada", "night-shift");
    }

    [Fact]
    public async Task A_key_is_one_persons_and_a_refusal_uses_it_up_for_nobody()
    {
        using var ada = await App.CreateClient("ada");
        using var ben = await App.CreateClient("ben");
        (await ada.PostOnceAsync("/api/workspaces", "k1", new { name = " " }).ProblemAsync()).Fields.Should().Equal("name");

        await ada.PostOnceAsync("/api/workspaces", "k1", Night).SucceedsAsync();
        await ben.PostOnceAsync("/api/workspaces", "k1", Night).SucceedsAsync();
        await ada.PostOnceAsync("/api/workspaces", "k2", Night).SucceedsAsync();

        (await SlugsAsync()).Should().Equal("ada", "ben", "night-shift", "night-shift-2", "night-shift-3");
    }

    private Task<IReadOnlyList<string>> SlugsAsync() => App.Database.ListAsync<string>("select slug from workspaces order by slug");
}
