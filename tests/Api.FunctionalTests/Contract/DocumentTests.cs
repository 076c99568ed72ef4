using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Contract;

public sealed class DocumentTests(DirectorApp app) : FunctionalTest(app)
{
    /// <summary>Words that everybody says without an object.</summary>
    private static readonly string[] Sentences = ["login", "logout", "refresh"];

    [Fact]
    public async Task Who_has_the_document_is_not_sent_it_again()
    {
        using var client = App.Anonymous();
        using var first = await client.GetAsync("/api/openapi.json");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/openapi.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);

        second.StatusCode.Should().Be(System.Net.HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task There_is_a_page_to_read_the_document_by()
    {
        using var client = App.Anonymous();

        using var page = await client.GetAsync("/api/docs/");

        page.IsSuccessStatusCode.Should().BeTrue();
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        page.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().Contain("script-src 'self' 'sha256-", "the page starts itself by a script within it").And.NotContain("unsafe-inline");
    }

    [Fact]
    public void Operations_are_named_verb_and_noun_and_each_once()
    {
        var ids = ApiContract.Committed.Operations.Select(o => o.Id).ToList();

        ids.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(30);
        ids.Where(id => !Regex.IsMatch(id, "^[a-z]+([A-Z][a-z0-9]*)+$")).Should().BeSubsetOf(Sentences);
    }

    [Fact]
    public void Every_operation_says_what_it_does_and_what_may_be_refused()
    {
        foreach (var operation in ApiContract.Committed.Operations)
        {
            ((string?)operation.Node["summary"]).Should().NotBeNullOrWhiteSpace("{0} needs a word", operation.Id);
            operation.Responses.Select(r => r.Key).Should().Contain(s => s[0] == '2', "{0} can succeed", operation.Id).And.Contain(["400", "401", "429", "500"], "{0} can be refused", operation.Id);
            foreach (var (status, answer) in operation.Responses.Where(r => (r.Key[0] is '4' or '5') && r.Key != "414"))
                ((string?)answer!["content"]?["application/problem+json"]?["schema"]?["$ref"]).Should().Be("#/components/schemas/Problem", "{0} {1}", operation.Id, status);
        }
    }

    [Fact]
    public void Every_parameter_and_every_field_says_what_it_is()
    {
        var parameters = ApiContract.Committed.Operations.SelectMany(o => (o.Node["parameters"] as JsonArray ?? []).Where(p => p!["description"] is null).Select(p => $"{o.Id} {p!["name"]}"));
        var fields = Fields().Where(f => f.Name != "type" && !f.Schema.ToJsonString().Contains("\"description\"", StringComparison.Ordinal) && f.Schema["$ref"] is null && f.Schema.ToJsonString() != "{}").Select(f => $"{f.Owner}.{f.Name}");

        parameters.Concat(fields).Should().BeEmpty();
    }

    [Fact]
    public void Descriptions_are_for_those_who_call_and_not_for_those_who_wrote_it()
    {
        var told = ApiContract.Committed.Operations.Select(o => ((string?)o.Node["summary"], o.Id))
            .Concat(Fields().Select(f => ((string?)f.Schema["description"], $"{f.Owner}.{f.Name}")))
            .Concat(Schemas().Select(s => ((string?)s.Value!["description"], s.Key)));

        told.Where(t => t.Item1 is { } text && Regex.IsMatch(text, @"\b(transaction|subtype|handler|use case|docstring|endpoint group|cref|DTO)\b", RegexOptions.IgnoreCase)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SetUpRequest", "password", 12, 128)]
    [InlineData("CreateTagRequest", "name", 1, 80)]
    public void Limits_of_texts_are_said_where_they_are_sent(string schema, string field, int least, int most)
    {
        var said = ApiContract.Committed.Document["components"]!["schemas"]![schema]!["properties"]![field]!;

        ((int?)said["minLength"], (int?)said["maxLength"]).Should().Be((least, most));
    }

    [Fact]
    public void Every_name_that_is_referred_to_is_there()
    {
        var text = ApiContract.Committed.Document.ToJsonString();
        var there = ApiContract.Committed.Document["components"]!["schemas"]!.AsObject().Select(s => s.Key);

        Regex.Matches(text, "#/components/schemas/([^\"]+)").Select(m => m.Groups[1].Value).Distinct().Should().BeSubsetOf(there);
    }

    [Theory]
    [InlineData("web", "src", "api", "generated", "director.ts")]
    [InlineData("clients", "typescript", "src", "director.ts")]
    [InlineData("clients", "csharp", "Director.Client", "DirectorClient.g.cs")]
    public void Every_client_has_a_method_for_every_operation(params string[] file)
    {
        var code = File.ReadAllText(Repository.PathOf(file));
        var methods = file[^1].EndsWith(".ts", StringComparison.Ordinal)
            ? ApiContract.Committed.Operations.Select(o => $"    {o.Id}(")
            : ApiContract.Committed.Operations.Select(o => $" {char.ToUpperInvariant(o.Id[0])}{o.Id[1..]}Async(");

        methods.Where(m => !code.Contains(m, StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static JsonObject Schemas() => ApiContract.Committed.Document["components"]!["schemas"]!.AsObject();

    private static IEnumerable<(string Owner, string Name, JsonNode Schema)> Fields() =>
        Schemas().SelectMany(s => (s.Value!["properties"] as JsonObject ?? []).Select(p => (s.Key, p.Key, p.Value!)));

    [Fact]
    public void Details_are_told_apart_by_their_type()
    {
        var schemas = ApiContract.Committed.Document["components"]!["schemas"]!;
        var slugs = Domain.Assets.AssetTypes.All.Where(t => t.GetType().Assembly == typeof(Domain.Assets.AssetType).Assembly).Select(t => t.Slug).ToList();

        schemas["AssetDetails"]!["discriminator"]!["mapping"]!.AsObject().Select(m => m.Key).Should().BeEquivalentTo(slugs);
        foreach (var (slug, reference) in schemas["AssetDetails"]!["discriminator"]!["mapping"]!.AsObject())
            ((string?)schemas[((string)reference!).Split('/')[^1]]!["properties"]!["type"]!["const"]).Should().Be(slug);
    }
}
