using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Director.Api.FunctionalTests.Contract;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>Processes that share the work: one serves and queues, another one makes the takes.</summary>
public sealed class WorkerProcessTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-worker-");
    private readonly List<Process> processes = [];
    private readonly string address = $"http://localhost:{FreePort()}";

    [Fact]
    public async Task A_worker_process_takes_what_a_server_without_workers_queued()
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Start("serve", "--no-worker");
        await ReadyAsync(client);
        const string password = "seven lanterns above a quiet quay";
        await client.PostJsonAsync("/api/setup", new { name = "Ada", email = "ada@example.test", password, workspaceName = "Crew" }).SucceedsAsync();
        var login = await client.PostAsync<JsonElement>("/api/auth/login", new { email = "ada@example.test", password, mode = "token" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("accessToken").GetString());
        var shot = await client.ShotAsync(await client.FilmAsync());
        await client.GenerateAsync(shot, new { count = 2 });

        // Longer than a server that works takes to begin.
        await Task.Delay(TimeSpan.FromSeconds(3));
        (await client.TakesAsync(shot)).Should().BeEmpty();
        var ready = await client.GetAsync<JsonElement>("/health/ready");
        ready.GetProperty("checks").GetProperty("worker").ValueKind.Should().Be(JsonValueKind.Null, "the work is left to others, and that is no fault");

        var worker = Start("worker");
        (await client.SettledAsync(seconds: 180)).Should().HaveCount(2).And.OnlyContain(g => g.State() == "succeeded");
        await EndAsync(worker);
        worker.ExitCode.Should().Be(0);
        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK, "the database is the server's, and goes on without the worker");
    }

    [Fact]
    public async Task The_document_is_printed_without_a_database()
    {
        var printing = Start("openapi");
        var text = await printing.StandardOutput.ReadToEndAsync();
        await printing.WaitForExitAsync();

        printing.ExitCode.Should().Be(0);
        JsonNode.DeepEquals(JsonNode.Parse(text), ApiContract.Committed.Document).Should().BeTrue();
        data.GetFileSystemInfos().Should().BeEmpty("nothing was started or made for it");
    }

    public void Dispose()
    {
        foreach (var process in Enumerable.Reverse(processes))
        {
            if (!process.HasExited)
            {
                // Asked politely, so that it takes its PostgreSQL along.
                Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
                if (!process.WaitForExit(TimeSpan.FromSeconds(20))) process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }

        data.Delete(recursive: true);
    }

    private Process Start(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. command])
        {
            WorkingDirectory = data.FullName,
            Environment = { ["DIRECTOR_DATA"] = data.FullName, ["ASPNETCORE_URLS"] = address, ["DATABASE_URL"] = "" },
            RedirectStandardOutput = command is ["openapi"],
        };
        var process = Process.Start(start)!;
        processes.Add(process);
        return process;
    }

    private async Task ReadyAsync(HttpClient client)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(90); await Task.Delay(100))
        {
            processes[0].HasExited.Should().BeFalse("the server should start");
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

    private static async Task EndAsync(Process process)
    {
        using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await end.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
