using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Director.Web.Tests;

/// <summary>A server of its own on an empty data directory, as a crew starts it for the first time.</summary>
internal sealed class EmptyServer : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-web-");
    private readonly Process process;
    private readonly Task<string> log;
    private readonly Task<string> errors;

    private EmptyServer()
    {
        Address = $"http://localhost:{FreePort()}";
        process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Director.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DIRECTOR_DATA"] = data.FullName, ["ASPNETCORE_URLS"] = Address },
        })!;
        log = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where it listens.</summary>
    internal string Address { get; }

    /// <summary>Starts one and waits until it is ready.</summary>
    internal static async Task<EmptyServer> StartAsync()
    {
        var server = new EmptyServer();
        using var client = new HttpClient();
        for (var tries = 0; tries < 240 && !server.process.HasExited; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{server.Address}/health/ready"));
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(250);
        }

        await server.DisposeAsync();
        throw new TimeoutException("The server did not become ready.");
    }

    /// <summary>Stops it; every line of its log parses and none is an error.</summary>
    internal async Task StopWithACleanLogAsync()
    {
        await StopAsync();
        var lines = (await log).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().NotBeEmpty();
        foreach (var line in lines)
        {
            using var parsed = JsonDocument.Parse(line);
            if (parsed.RootElement.TryGetProperty("@l", out var level)) level.GetString().Should().NotBe("Error", because: line).And.NotBe("Fatal", because: line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _ = await errors;
        process.Dispose();
        if (data.Exists) data.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
