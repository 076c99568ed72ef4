using System.Text;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>Whatever is sent to whichever operation: what cannot be read is refused, as a problem, and is never a fault of the server.</summary>
public sealed class BadBodyTests(DirectorApp app) : FunctionalTest(app)
{
    private const string Nobody = "0198c0de-0000-7000-8000-00000000dead";

    private static readonly string[] Bodies =
    [
        "", " ", "null", "[]", "{}", "{", "}", "\"text\"", "7", "true", "<xml/>", "{\"a\":1,}", "{\"a\" 1}", "[{}]", "[null]", "\uFEFF{}", "{\"\\ud800\":1}",
        "{\"name\":\"\\u0000\",\"type\":\"film\",\"title\":\"\\u0000\",\"description\":\"\\u0000\"}", "{\"type\":{},\"name\":[],\"title\":7}", "{\"items\":null}", "{\"items\":[{}]}", "{\"items\":[null]}", "{\"tags\":[null],\"assetIds\":[null]}",
        "{\"ids\":[\"x\"]}", "{\"ids\":null}", "{\"type\":\"film\",\"name\":\"x\",\"details\":{\"budget\":1e400}}", "{\"type\":\"film\",\"name\":\"x\",\"details\":[]}",
        "{\"type\":\"no_such_type\",\"name\":\"x\"}", "{\"__proto__\":{},\"constructor\":1}", "{\"rating\":99999999999999999999}", "{\"takeId\":7,\"childId\":7}",
    ];

    [Fact]
    public async Task Malformed_bodies_are_refused_by_every_operation()
    {
        using var client = await App.CreateClient("alice");
        var faults = new List<string>();
        foreach (var operation in ApiContract.Committed.Operations.Where(o => o.JsonBody is not null))
        {
            foreach (var body in (string[])[.. Bodies, Deep(70), Deep(5_000)])
            {
                using var request = new HttpRequestMessage(new HttpMethod(operation.Method), Address(operation, Nobody)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
                using var response = await client.SendAsync(request);
                if ((int)response.StatusCode >= 500) faults.Add($"{operation.Id} {body[..Math.Min(60, body.Length)]}: {(int)response.StatusCode}");
            }
        }

        faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("%00")]
    [InlineData("%ED%A0%80")]
    [InlineData("'; drop table assets; --")]
    [InlineData("NaN")]
    public async Task Strange_parameters_are_never_a_fault_of_the_server(string value)
    {
        using var client = await App.CreateClient("alice");
        var faults = new List<string>();
        foreach (var operation in ApiContract.Committed.Operations.Where(o => o.Method == "GET"))
        {
            var parameters = (operation.Node["parameters"] as JsonArray ?? []).Where(p => (string?)p!["in"] == "query").Select(p => (string)p!["name"]!);
            foreach (var parameter in parameters)
            {
                using var response = await client.GetAsync($"{Address(operation, Nobody)}?{parameter}={(value.StartsWith('%') ? value : Uri.EscapeDataString(value))}", HttpCompletionOption.ResponseHeadersRead);
                if ((int)response.StatusCode >= 500) faults.Add($"{operation.Id} {parameter}: {(int)response.StatusCode}");
            }
        }

        faults.Should().BeEmpty();
    }

    private static string Address(ApiOperation operation, string id) => System.Text.RegularExpressions.Regex.Replace(operation.Path, "{[^}]*}", id);

    private static string Deep(int levels) => "{\"details\":" + new string('[', levels) + new string(']', levels) + "}";
}
