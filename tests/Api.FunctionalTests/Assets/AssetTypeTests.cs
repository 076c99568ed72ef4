using System.Net;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Assets;

public sealed class AssetTypeTests(DirectorApp app) : FunctionalTest(app)
{
    /// <summary>Type, the type of its owner if it needs one, and details in which every field says something.</summary>
    public static readonly TheoryData<string, string?, string> Types = new()
    {
        { "film", null, """{"synopsis":"A ferry at night","frameRate":"24000/1001","aspectRatio":"2.39:1","shotCodeScheme":"slate","status":"shooting","budget":1200.5}""" },
        { "scene", "film", """{"sceneNumber":"12A","intExt":"EXT","location":"QUAY","timeOfDay":"NIGHT","setting":"Harbour","synopsis":"She waits","eighths":9}""" },
        { "shot", "scene", """{"description":"Gulls","shotSize":"WS","cameraAngle":"low","movement":"pan","lens":"35 mm","lighting":"sodium","mood":"cold","durationFrames":96,"prompt":"gulls","dialogue":"None."}""" },
        { "shot_take", "shot", """{"source":"set","recipe":{"provider":"sketch","prompt":"gulls","seed":7,"parameters":{"b":"2","a":"1"},"references":[]},"qualityScore":7.5,"directorNotes":"again","stale":false}""" },
        { "character_ref", null, """{"characterType":"human","attributes":{"hair_color":"red","color":"#c7923a"},"consistencyPrompt":"a red-haired sailor"}""" },
        { "location", null, """{"description":"An old quay","prompt":"quay","palette":["#112233"]}""" },
        { "prop", null, """{"description":"A lamp","prompt":"lamp","palette":["#112233"]}""" },
        { "style", null, """{"description":"Ink","prompt":"ink","palette":["#112233","#445566"]}""" },
        { "script", null, """{"format":"fountain","language":"en","sceneCount":3,"estimatedFrames":4800}""" },
        { "text", null, """{"language":"ru","wordCount":2,"charCount":11,"sourceUrl":"https://example.test/a","sourceKind":"web"}""" },
        { "image", null, """{"width":1920,"height":1080,"format":"png"}""" },
        { "video", null, """{"width":1920,"height":1080,"frameRate":"25","codec":"h264","format":"mp4","frames":50}""" },
        { "audio", null, """{"format":"wav","sampleRate":48000,"channels":2,"bitrate":1536,"durationMs":2000}""" },
        { "wardrobe", "film", """{"fabric":"oilskin","pieces":3}""" },
    };

    [Theory, MemberData(nameof(Types))]
    public async Task Every_type_is_made_with_its_details_and_read_back(string type, string? owner, string details)
    {
        using var client = await App.CreateClient("ada");
        var chain = new Dictionary<string, Guid>();
        if (owner is not null) await client.FilmChainAsync(chain);

        var made = await client.PostAsync<AssetAnswer>("/api/assets", $$"""{"type":"{{type}}","name":"One","parentId":{{(owner is null ? "null" : $"\"{chain[owner]}\"")}},"details":{{details}}}""");
        var read = await client.ReadAsync(made.Id);
        read.Details.GetProperty("type").GetString().Should().Be(type);
        using var sent = JsonDocument.Parse(details);
        foreach (var field in sent.RootElement.EnumerateObject())
            Contains(read.Details.GetProperty(field.Name), field.Value).Should().BeTrue("{0} should hold {1}, not {2}", field.Name, field.Value, read.Details.GetProperty(field.Name));

        var listed = await client.GetAsync<PageAnswer<AssetAnswer>>($"/api/assets?type={type}");
        listed.Items.Select(a => a.Id).Should().Contain(made.Id);
    }

    [Fact]
    public async Task Every_registered_type_is_among_those_tried_and_says_its_shape()
    {
        using var client = await App.CreateClient("ada");
        var types = await client.GetAsync<JsonElement[]>("/api/asset-types");
        types.Select(t => t.GetProperty("slug").GetString()).Should().BeEquivalentTo(Types.Select(t => (string)t[0]));
        types.Single(t => t.GetProperty("slug").GetString() == "wardrobe").GetProperty("detailsSchema").GetProperty("properties").GetProperty("fabric").GetProperty("maxLength").GetInt32().Should().Be(20);
    }

    [Theory]
    [InlineData("""{"type":"hologram","name":"A"}""", "type", "asset.unknownType")]
    [InlineData("""{"type":"image","name":"A","details":{"width":"wide"}}""", "details.width", "asset.detailsInvalid")]
    [InlineData("""{"type":"image","name":"A","details":{"widht":1}}""", "details.widht", "asset.detailsInvalid")]
    [InlineData("""{"type":"image","name":"A","details":{"type":"video"}}""", "details.type", "asset.detailsInvalid")]
    [InlineData("""{"type":"image","name":"A","details":[1]}""", "details", "asset.detailsInvalid")]
    [InlineData("""{"type":"image","name":"A","details":{"width":-5}}""", "details.width", "asset.detailsInvalid")]
    [InlineData("""{"type":"film","name":"A","details":{"frameRate":"fast"}}""", "details.frameRate", "asset.detailsInvalid")]
    [InlineData("""{"type":"wardrobe","name":"A","details":{"pieces":100}}""", "details.pieces", "asset.detailsInvalid")]
    [InlineData("""{"type":"image","name":" "}""", "name", "input.invalid")]
    [InlineData("""{"type":"shot","name":"A"}""", "parentId", "asset.parentRequired")]
    public async Task What_does_not_fit_is_refused_with_its_path(string body, string path, string code)
    {
        using var client = await App.CreateClient("ada");
        var problem = await client.PostJsonAsync("/api/assets", body).ProblemAsync();
        problem.HttpStatus.Should().Be(422);
        problem.Code.Should().Be(code);
        problem.Fields.Should().Contain(path);
        (await App.Database.ListAsync<long>("select count(*) from assets")).Should().Equal(0);
    }

    [Fact]
    public async Task A_type_does_not_go_below_one_that_may_not_own_it()
    {
        using var client = await App.CreateClient("ada");
        var scene = await client.MakeAsync("scene", parent: (await client.MakeAsync("film")).Id);
        var problem = await client.PostJsonAsync("/api/assets", new { type = "shot_take", name = "A", parentId = scene.Id }).ProblemAsync();
        (problem.HttpStatus, problem.Code).Should().Be((422, "asset.parentNotAllowed"));
    }

    [Theory]
    [InlineData("""{"type":"film","name":"A\u0000B"}""")]
    [InlineData("""{"type":"film","name":"A","description":"x\u0000"}""")]
    [InlineData("""{"type":"film","name":"A","externalId":"x\u0000"}""")]
    [InlineData("""{"type":"film","name":"A","metadata":{"k":"\u0000"}}""")]
    [InlineData("""{"type":"film","name":"A","metadata":{"\u0000":"v"}}""")]
    [InlineData("""{"type":"film","name":"A","tags":["\u0000"]}""")]
    [InlineData("""{"type":"film","name":"A","details":{"synopsis":"\u0000"}}""")]
    [InlineData("""{"type":"film\u0000","name":"A"}""")]
    [InlineData("""{"type":"character_ref","name":"A","details":{"attributes":{"\u0000":"v"}}}""")]
    [InlineData("""{"type":"text","name":"A","details":{"language":"\u0000"}}""")]
    public async Task A_NUL_character_is_refused_wherever_it_stands(string body)
    {
        using var client = await App.CreateClient("ada");
        using var response = await client.PostJsonAsync("/api/assets", body);
        response.StatusCode.Should().BeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
    }

    /// <summary>Whether <paramref name="whole"/> says at least what <paramref name="part"/> says; what was left out may be there as null.</summary>
    private static bool Contains(JsonElement whole, JsonElement part) => part.ValueKind is JsonValueKind.Object
        ? part.EnumerateObject().All(f => whole.TryGetProperty(f.Name, out var value) && Contains(value, f.Value))
        : JsonElement.DeepEquals(whole, part);
}

internal static class Chains
{
    public static async Task FilmChainAsync(this HttpClient client, Dictionary<string, Guid> chain)
    {
        var small = await client.FilmAsync(takes: 0);
        (chain["film"], chain["scene"], chain["shot"]) = (small.Film.Id, small.Scene.Id, small.Shot.Id);
    }
}
