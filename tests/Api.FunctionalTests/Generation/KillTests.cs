using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>The server as a process of its own, killed in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-kill-");
    private Process? server;

    [Fact]
    public async Task Twenty_queued_takes_survive_kill_9_with_their_numbers_and_no_file_twice()
    {
        var address = $"http://localhost:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await StartAsync(client, address);
        await client.PostJsonAsync("/api/setup", new { name = "Ada", email = "ada@example.test", password = "seven lanterns above a quiet quay", workspaceName = "Crew" }).SucceedsAsync();
        var login = await client.PostAsync<JsonElement>("/api/auth/login", new { email = "ada@example.test", password = "seven lanterns above a quiet quay", mode = "token" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("accessToken").GetString());
        var shot = await client.ShotAsync(await client.FilmAsync());
        await client.GenerateAsync(shot, new { count = 10 });
        await client.GenerateAsync(shot, new { count = 10 });
        while ((await client.TakesAsync(shot)).Count < 2) await Task.Delay(20);
        server!.Kill();
        await server.WaitForExitAsync();

        await StartAsync(client, address);
        var before = (await client.TakesAsync(shot)).Count;
        before.Should().BeLessThan(20, "the kill has to come in the middle of the work");
        (await client.SettledAsync(seconds: 120)).Should().HaveCount(20).And.OnlyContain(g => g.State() == "succeeded");
        var takes = await client.TakesAsync(shot);
        takes.Select(t => t.GetProperty("number").GetInt32()).Should().Equal(Enumerable.Range(1, 20));
        takes.Select(t => t.GetProperty("media").GetProperty("sha256").GetString()).Should().OnlyHaveUniqueItems();
        foreach (var take in takes)
        {
            var bytes = await client.GetByteArrayAsync($"/api/assets/{take.GetProperty("id").GetGuid()}/media");
            Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(take.GetProperty("media").GetProperty("sha256").GetString());
        }
    }

    public void Dispose()
    {
        if (server is { HasExited: false })
        {
            // Asked politely, so that it takes its PostgreSQL along.
            Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
            if (!server.WaitForExit(TimeSpan.FromSeconds(20))) server.Kill(entireProcessTree: true);
        }

        server?.Dispose();
        data.Delete(recursive: true);
    }

    private async Task StartAsync(HttpClient client, string address)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = data.FullName,
            Environment = { ["DIRECTOR_DATA"] = data.FullName, ["ASPNETCORE_URLS"] = address, ["DATABASE_URL"] = "" },
        };
        server = Process.Start(start)!;
        for (var until = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < until; await Task.Delay(100))
        {
            server.HasExited.Should().BeFalse("the server should start");
            try
            {
                if ((await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("The server did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
