using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class BatchTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_refused_item_undoes_only_itself()
    {
        using var client = await App.CreateClient("ada");
        var (_, scene, shot, _) = await client.FilmAsync(takes: 0);
        var results = await client.PostAsync<BatchAnswer[]>("/api/assets/batch", new
        {
            items = new object[]
            {
                new { type = "shot_take", name = "T1", parentId = shot.Id, tags = new[] { "a" } },
                new { type = "shot_take", name = "T2", parentId = shot.Id, tags = new[] { "b", "" } },
                new { type = "image", name = "I", details = new { width = -1 } },
                new { type = "shot_take", name = "T3", parentId = shot.Id },
                new { type = "prop", name = "P", externalId = "same" },
                new { type = "prop", name = "P", externalId = "same" },
                new { type = "shot", name = "S", parentId = scene.Id },
                new { type = "shot", name = "S", parentId = Guid.CreateVersion7() },
            },
        });

        results.Select(r => r.Status).Should().Equal(201, 422, 422, 201, 201, 409, 201, 404);
        results.Select(r => r.Index).Should().Equal(Enumerable.Range(0, 8));
        results[0].Asset!.Tags.Should().Equal("a");
        results[1].Error!.Errors.Keys.Should().Equal("tags[1]");
        results[2].Error!.Code.Should().Be("asset.detailsInvalid");
        (results[0].Asset!.Number, results[3].Asset!.Number).Should().Be((1, 2), "a refused take draws no number");
        results[5].Error!.Code.Should().Be("asset.externalIdTaken");
        results[6].Asset!.Code.Should().NotBeNullOrEmpty().And.NotBe(shot.Code);
        (await client.ReadAsync(shot.Id)).TakeCount.Should().Be(2);
        (await client.GetAsync<PageAnswer<TagAnswer>>("/api/tags")).Items.Select(t => t.Name).Should().Equal("a");
        (await client.HistoryAsync(results[3].Asset!.Id)).Should().ContainSingle().Which.Kind.Should().Be("createAssets");
    }

    [Fact]
    public async Task Many_are_changed_each_by_its_own_patch_and_version()
    {
        using var client = await App.CreateClient("ada");
        var assets = new List<AssetAnswer>();
        for (var i = 0; i < 4; i++) assets.Add(await client.MakeAsync("image", $"I{i}", details: new { width = 1 }));
        var results = await client.PatchAsync<BatchAnswer[]>("/api/assets/batch", new
        {
            items = new object[]
            {
                new { id = assets[0].Id, patch = new { name = "A", details = new { height = 2 } }, version = assets[0].Version },
                new { id = assets[1].Id, patch = new { name = "B" }, version = 99 },
                new { id = assets[2].Id, patch = new { rating = 9 } },
                new { id = assets[3].Id, patch = new { rating = 3 } },
                new { id = Guid.CreateVersion7(), patch = new { rating = 3 } },
                new { id = assets[3].Id, patch = new { nonsense = 3 } },
            },
        });

        results.Select(r => r.Status).Should().Equal(200, 412, 422, 200, 404, 422);
        results[0].Asset!.Name.Should().Be("A");
        results[0].Asset!.Details.GetProperty("width").GetInt32().Should().Be(1);
        results[2].Error!.Errors.Keys.Should().Equal("rating");
        (await client.ReadAsync(assets[1].Id)).Name.Should().Be("I1");
        (await client.ReadAsync(assets[3].Id)).Rating.Should().Be(3);
    }

    [Fact]
    public async Task Five_hundred_fit_and_one_more_does_not()
    {
        using var client = await App.CreateClient("ada");
        object Items(int count) => new { items = Enumerable.Range(0, count).Select(i => new { type = "prop", name = $"P{i}" }) };
        (await client.PostAsync<BatchAnswer[]>("/api/assets/batch", Items(500))).Should().HaveCount(500).And.OnlyContain(r => r.Status == 201);
        (await client.PostJsonAsync("/api/assets/batch", Items(501)).ProblemAsync()).HttpStatus.Should().Be(413);
        (await client.PostJsonAsync("/api/assets/batch", Items(0)).ProblemAsync()).HttpStatus.Should().Be(422);
        (await App.Database.ListAsync<long>("select count(*) from assets")).Should().Equal(500);
    }

    [Fact]
    public async Task Batches_over_the_same_assets_in_opposite_order_all_succeed()
    {
        using var client = await App.CreateClient("ada");
        var assets = new List<AssetAnswer>();
        for (var i = 0; i < 10; i++) assets.Add(await client.MakeAsync("prop", $"P{i}"));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => client.PatchAsync<BatchAnswer[]>("/api/assets/batch", new
        {
            items = (n % 2 == 0 ? assets : assets.AsEnumerable().Reverse()).Select(a => new { id = a.Id, patch = new { description = $"by {n}" } }),
        })));
        results.Should().OnlyContain(r => r.All(i => i.Status == 200));
        (await client.ReadAsync(assets[0].Id)).Version.Should().Be(assets[0].Version + 8);
    }
}
