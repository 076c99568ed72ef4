using System.Net;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class AssetListTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Every_filter_shows_what_it_says_and_nothing_else()
    {
        using var client = await App.CreateClient("ada");
        var (film, scene, shot, takes) = await client.FilmAsync();
        var prop = await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Lamp", source = "upload", externalId = "P-7", metadata = new { dept = "art" }, tags = new[] { "brass", "Night" } });
        await client.PostAsync<AssetAnswer>("/api/assets", new { type = "prop", name = "Rope", tags = new[] { "night" } });
        var circled = await client.PatchAsync<AssetAnswer>($"/api/assets/{takes[0].Id}", new { circled = true, status = "rejected", favorite = true }, takes[0].Version);
        var collection = await client.PostAsync<CollectionAnswer>("/api/collections", new { name = "C" });
        await client.PutAsync<CollectionAnswer>($"/api/collections/{collection.Id}/members", new { assetIds = new[] { shot.Id } });

        async Task Shows(string query, params Guid[] ids) =>
            (await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?{query}")).Items.Select(a => a.Id).Should().BeEquivalentTo(ids, query);

        await Shows("type=film", film.Id);
        await Shows("type=film&type=scene", film.Id, scene.Id);
        await Shows($"parentId={shot.Id}", takes[0].Id, takes[1].Id);
        await Shows($"rootId={film.Id}", film.Id, scene.Id, shot.Id, takes[0].Id, takes[1].Id);
        await Shows("tag=NIGHT&tag=Brass", prop.Id);
        await Shows($"collection={collection.Id}", shot.Id);
        await Shows("status=rejected", circled.Id);
        await Shows("status=none&type=shot_take", takes[1].Id);
        await Shows("source=upload", prop.Id);
        await Shows("externalId=P-7", prop.Id);
        await Shows("metadata=dept:art", prop.Id);
        await Shows("metadata=dept:sound");
        await Shows("circled=true", circled.Id);
        await Shows("favorite=true", circled.Id);
        await client.RemoveAsync(prop).SucceedsAsync();
        await Shows("deleted=true", prop.Id);
        await Shows("externalId=P-7");
    }

    [Theory]
    [InlineData("Чайка", "чайк")]
    [InlineData("Мост через реку", "РЕКУ")]
    [InlineData("Straße am Hafen", "hafen")]
    [InlineData("海鸥", "海鸥")]
    [InlineData("100% wool_coat", "100% wool_")]
    public async Task A_word_is_found_in_any_script_and_case_by_its_beginning(string name, string words)
    {
        using var client = await App.CreateClient("ada");
        await client.MakeAsync("prop", "Something else");
        var made = await client.MakeAsync("prop", name);
        var found = await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?q={Uri.EscapeDataString(words)}");
        found.Items.Select(a => a.Id).Should().Equal(made.Id);
    }

    [Fact]
    public async Task A_word_is_found_in_description_and_details_and_another_workspace_finds_nothing()
    {
        using var client = await App.CreateClient("ada");
        using var stranger = await App.CreateClient("bob");
        var made = await client.MakeAsync("location", "Quay", details: new { description = "Ржавый кран" });
        (await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?q={Uri.EscapeDataString("ржав")}")).Items.Select(a => a.Id).Should().Equal(made.Id);
        (await stranger.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?q={Uri.EscapeDataString("ржав")}")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Each_sort_orders_both_ways()
    {
        using var client = await App.CreateClient("ada");
        var (_, _, shot, takes) = await client.FilmAsync(takes: 3);
        foreach (var (take, stars) in takes.Zip([2, 5, 1])) await client.PatchAsync<AssetAnswer>($"/api/assets/{take.Id}", new { rating = stars, name = $"N{9 - stars}" }, take.Version);

        async Task Orders(string sort, params int[] numbers)
        {
            (await NumbersAsync(sort)).Should().Equal(numbers, sort);
            (await NumbersAsync("-" + sort)).Should().Equal(numbers.Reverse(), "-" + sort);
        }

        async Task<IEnumerable<int>> NumbersAsync(string sort) =>
            (await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?parentId={shot.Id}&sort={sort}")).Items.Select(a => a.Number!.Value);

        await Orders("number", 1, 2, 3);
        await Orders("createdAt", 1, 2, 3);
        await Orders("updatedAt", 1, 2, 3);
        await Orders("position", 1, 2, 3);
        await Orders("rating", 3, 1, 2);
        await Orders("name", 2, 1, 3);
    }

    [Fact]
    public async Task Pages_show_each_asset_once_though_others_come_and_go_meanwhile()
    {
        using var client = await App.CreateClient("ada");
        var made = new List<AssetAnswer>();
        for (var i = 0; i < 25; i++) made.Add(await client.MakeAsync("prop", $"P{i % 5}"));

        foreach (var sort in new[] { "-createdAt", "name", "rating" })
        {
            var seen = new List<Guid>();
            string? cursor = null;
            do
            {
                var page = await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?type=prop&sort={sort}&limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
                seen.AddRange(page.Items.Select(a => a.Id));
                cursor = page.Next;
                await client.MakeAsync("style", "Newcomer");
                if (seen.Count == 8 && sort == "-createdAt") await client.MakeAsync("prop", "P9");
            }
            while (cursor is not null);
            seen.Should().OnlyHaveUniqueItems().And.Contain(made.Select(a => a.Id), sort);
        }

        var ids = await client.GetAsync<IdsAnswer>("/api/assets/ids?type=prop&sort=name");
        ids.Ids.Should().HaveCount(26);
        (await client.PostAsync<AssetAnswer[]>("/api/assets/batch-get", new { ids = new[] { made[3].Id, Guid.CreateVersion7(), made[1].Id } })).Select(a => a.Id).Should().Equal(made[3].Id, made[1].Id);
    }

    [Theory]
    [InlineData("sort=size", 422, "sort")]
    [InlineData("type=hologram", 422, "type")]
    [InlineData("limit=0", 422, "limit")]
    [InlineData("limit=201", 422, "limit")]
    [InlineData("cursor=bm90IG9uZQ", 400, "cursor")]
    [InlineData("cursor=%21", 400, "cursor")]
    [InlineData("metadata=dept", 422, "metadata")]
    public async Task What_cannot_be_listed_is_refused_with_the_parameter(string query, int status, string field)
    {
        using var client = await App.CreateClient("ada");
        var problem = await client.GetAsync($"/api/assets?{query}").ProblemAsync();
        problem.HttpStatus.Should().Be(status);
        problem.Fields.Should().ContainSingle(f => f == field || f.StartsWith(field + "[", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        using var client = await App.CreateClient("ada");
        for (var i = 0; i < 3; i++) await client.MakeAsync("prop");
        var page = await client.GetAsync<PageAnswer<AssetAnswer>>("/api/assets?sort=name&limit=1");
        (await client.GetAsync($"/api/assets?sort=rating&limit=1&cursor={page.Next}").ProblemAsync()).Code.Should().Be("input.cursor");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/history")]
    [InlineData("GET", "/children")]
    [InlineData("GET", "/lineage")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/restore")]
    [InlineData("PATCH", "", """{"name":"B"}""")]
    [InlineData("POST", "/move", "{}")]
    [InlineData("PUT", "/selected-child", """{"childId":null}""")]
    [InlineData("PUT", "/tags", """{"tags":[]}""")]
    public async Task A_foreign_asset_answers_byte_for_byte_like_a_missing_one(string method, string path, string? body = null)
    {
        using var ada = await App.CreateClient("ada");
        using var bob = await App.CreateClient("bob");
        var theirs = await ada.MakeAsync("film");

        async Task<(HttpStatusCode, string)> Ask(Guid id)
        {
            using var response = await bob.SendJsonAsync(new HttpMethod(method), $"/api/assets/{id}{path}", body, method == "PATCH" ? 1 : null);
            var text = await response.Content.ReadAsStringAsync();
            return (response.StatusCode, System.Text.RegularExpressions.Regex.Replace(text, "\"traceId\":\"[^\"]*\"", ""));
        }

        var foreign = await Ask(theirs.Id);
        foreign.Item1.Should().Be(HttpStatusCode.NotFound);
        foreign.Should().Be(await Ask(Guid.CreateVersion7()));
        (await ada.ReadAsync(theirs.Id)).Should().BeEquivalentTo(theirs, o => o.Excluding(a => a.Details));
    }

    private sealed record IdsAnswer(Guid[] Ids, bool Truncated);
}
