using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Uploads;

/// <summary>The protocol as the client that people use speaks it, against a server that listens.</summary>
public sealed class TusClientTests(LiveServer server) : IClassFixture<LiveServer>
{
    [Fact]
    public async Task Tus_js_client_uploads_breaks_off_goes_on_and_gives_up()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var login = await http.PostAsync<JsonElement>("/api/auth/login", new { email = LiveServer.Email, password = LiveServer.Password, mode = "token" });
        var token = login.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var shot = await http.ShotAsync(await http.FilmAsync());
        var package = Repository.PathOf("tests", "Api.FunctionalTests", "Uploads", "tus");
        if (!Directory.Exists(Path.Combine(package, "node_modules", "tus-js-client"))) await RunAsync(package, "npm", "ci", "--no-audit", "--no-fund");
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.wav");
        var bytes = (byte[])[.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. Enumerable.Range(0, 450_000).Select(i => (byte)(i * 7))];
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            var told = (await RunAsync(package, "node", "upload.mjs", new Uri(server.Address, "/api/uploads").ToString(), token, shot.ToString(), path)).TrimEnd().Split('\n');

            told[0].Should().Be("accepted 100000");
            told[^1].Should().Be("given up 404");
            var upload = await http.GetAsync<JsonElement>(told.Single(line => line.StartsWith("finished ", StringComparison.Ordinal))["finished ".Length..]);
            var take = await http.GetAsync<JsonElement>($"/api/assets/{upload.GetProperty("assetId").GetGuid()}");
            take.GetProperty("description").GetString().Should().Be("SH0010 take — ё.wav");
            (await http.GetByteArrayAsync($"/api/assets/{upload.GetProperty("assetId").GetGuid()}/media")).Should().Equal(bytes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> RunAsync(string folder, string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "{0} {1} said: {2} {3}", command, string.Join(' ', arguments.Take(1)), output, await error);
        return output;
    }
}
