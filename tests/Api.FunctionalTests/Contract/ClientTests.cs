using System.Diagnostics;
using System.Text.Json.Nodes;
using Director.Client.Example;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>The published clients, by their examples, against a server that listens.</summary>
public sealed class ClientTests(LiveServer server) : IClassFixture<LiveServer>
{
    private static readonly string[] Told =
    [
        "signed in as Owner",
        "made shot SH0010",
        "take 1 has image/png, 8 by 8 pixels",
        "take 2 succeeded",
        "selected take 2",
        "shot The lamp goes out.: WS 35 mm 72 frames: The lamp goes out.",
        "refused: 412 asset.stale",
        "film at 24000/1001, 1 of 1 shots selected",
        "EXT LIGHTHOUSE DAWN",
        "  SH0010 WS 35 mm 72 frames: The lamp goes out., take 2",
    ];

    [Fact]
    public async Task The_example_of_the_csharp_client_tells_its_story()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var output = new StringWriter { NewLine = "\n" };

        await FilmWalk.RunAsync(http, LiveServer.Email, LiveServer.Password, output);

        output.ToString().TrimEnd().Split('\n').Should().Equal(Told);
    }

    [Fact]
    public async Task The_example_of_the_typescript_client_compiles_and_tells_its_story()
    {
        var package = Repository.PathOf("clients", "typescript");
        if (!Directory.Exists(Path.Combine(package, "node_modules", "typescript"))) await RunAsync(package, "npm", "ci", "--no-audit", "--no-fund");
        await RunAsync(package, "npm", "run", "build");
        await RunAsync(package, "npm", "run", "build:example");

        var story = await RunAsync(package, "node", "example/dist/example/film-walk.js", server.Address.ToString(), LiveServer.Email);

        story.TrimEnd().Split('\n').Should().Equal(Told);
    }

    [Fact]
    public async Task The_document_that_is_served_is_the_one_that_is_committed()
    {
        using var http = new HttpClient { BaseAddress = server.Address };

        var served = JsonNode.Parse(await http.GetStringAsync("/api/openapi.json"));

        JsonNode.DeepEquals(served, ApiContract.Committed.Document).Should().BeTrue("building src/Api writes the document and the clients, and they are committed with what they describe");
    }

    private static async Task<string> RunAsync(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DIRECTOR_PASSWORD"] = LiveServer.Password;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "{0} {1}: {2}{3}", command, string.Join(' ', arguments), await output, await errors);
        return await output;
    }
}
