using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Director.Web.Tests;

/// <summary>From an empty server to a screened film, in a real browser.</summary>
public sealed class GoldenPathTests
{
    private static readonly string Browser = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    [BrowserFact]
    public async Task A_script_becomes_a_screened_film()
    {
        var data = Directory.CreateTempSubdirectory("director-web-");
        var address = $"http://localhost:{FreePort()}";
        using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Director.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DIRECTOR_DATA"] = data.FullName, ["ASPNETCORE_URLS"] = address },
        })!;
        var log = server.StandardOutput.ReadToEndAsync();
        var errors = server.StandardError.ReadToEndAsync();
        try
        {
            File.Exists(Browser).Should().BeTrue(because: $"the browser tests need {Browser}: apt-get install chromium");
            await ReadyAsync(address, server);
            (await Npm.RunAsync("node", ["e2e/golden-path.mjs", address], Path.Combine(Npm.Root, "web"))).Should().Be(Npm.Passed);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        // Over the whole path every line of the log parses and none is an error.
        var lines = (await log).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().NotBeEmpty();
        foreach (var line in lines)
        {
            using var parsed = System.Text.Json.JsonDocument.Parse(line);
            if (parsed.RootElement.TryGetProperty("@l", out var level)) level.GetString().Should().NotBe("Error", because: line).And.NotBe("Fatal", because: line);
        }

        _ = await errors;
        data.Delete(recursive: true);
    }

    private static async Task ReadyAsync(string address, Process server)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 240 && !server.HasExited; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{address}/health/ready"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(250);
        }

        throw new TimeoutException("The server did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Needs a browser: without one it is skipped by name, in CI it fails and says what to install.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class BrowserFactAttribute : FactAttribute
    {
        public BrowserFactAttribute()
        {
            if (!File.Exists(Browser) && Environment.GetEnvironmentVariable("CI") != "true")
                Skip = $"There is no browser at {Browser}: apt-get install chromium, or name one in CHROMIUM.";
        }
    }
}
