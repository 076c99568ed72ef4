using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Generation.Faults;

/// <summary>Real servers as processes of their own on one database, which are killed and stopped and started again, and one ledger.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const string Password = "seven lanterns above a quiet quay";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-fleet-");
    private readonly TestDatabase database;
    private readonly Process?[] servers;
    private readonly int[] ports;

    private Fleet(TestDatabase database, int size)
    {
        (this.database, servers, ports) = (database, new Process?[size], new int[size]);
        for (var i = 0; i < size; i++) ports[i] = FreePort();
    }

    internal Ledger Ledger { get; } = new();

    /// <summary>Talks to whichever server is up.</summary>
    internal HttpClient Client { get; private set; } = null!;

    internal static async Task<Fleet> LaunchAsync(int size)
    {
        var fleet = new Fleet(await TestDatabase.StartAsync(), size);
        fleet.Client = new HttpClient { BaseAddress = new Uri($"http://localhost:{fleet.ports[0]}") };
        for (var i = 0; i < size; i++) await fleet.StartAsync(i);
        await fleet.Client.PostJsonAsync("/api/setup", new { name = "Ada", email = "ada@example.test", password = Password, workspaceName = "Crew" }).SucceedsAsync();
        var login = await fleet.Client.PostAsync<JsonElement>("/api/auth/login", new { email = "ada@example.test", password = Password, mode = "token" });
        fleet.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("accessToken").GetString());
        return fleet;
    }

    /// <summary>kill -9.</summary>
    internal async Task KillAsync(int server)
    {
        servers[server]!.Kill();
        await servers[server]!.WaitForExitAsync();
    }

    /// <summary>SIGSTOP or SIGCONT.</summary>
    internal void Signal(int server, string signal) => Process.Start("kill", [$"-{signal}", servers[server]!.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Which servers have died by themselves.</summary>
    internal IReadOnlyList<int> Dead => [.. Enumerable.Range(0, servers.Length).Where(i => servers[i] is { HasExited: true })];

    internal async Task StartAsync(int server)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.FullName, server.ToString(CultureInfo.InvariantCulture)));
        var bin = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet",
            ["exec", "--depsfile", Path.Combine(bin, "Director.Api.FunctionalTests.deps.json"), "--runtimeconfig", Path.Combine(bin, "Director.Api.FunctionalTests.runtimeconfig.json"), typeof(Program).Assembly.Location])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["DIRECTOR_DATA"] = folder.FullName,
                ["SECRET_KEY"] = "a secret of the fleet that is long enough to be one",
                ["ASPNETCORE_URLS"] = $"http://localhost:{ports[server]}",
                ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(Fleet).Assembly.GetName().Name,
                ["DATABASE_URL"] = database.Owner,
                [LedgerStartup.Variable] = Ledger.Address,
            },
        };
        // One store for all, as nodes that share a database share their files.
        Directory.CreateDirectory(Path.Combine(data.FullName, "media"));
        if (!Directory.Exists(Path.Combine(folder.FullName, "media"))) Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "media"), Path.Combine(data.FullName, "media"));
        var process = Process.Start(start)!;
        var said = new Queue<string>();
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        servers[server] = process;
        using var probe = new HttpClient();
        for (var until = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < until; await Task.Delay(100))
        {
            // A server that is to die may do so before anybody has seen it ready.
            if (process.HasExited && Ledger.ToDie == 0 && process.ExitCode != 137) throw new InvalidOperationException($"The server ended: {string.Join('\n', said)}");
            if (process.HasExited) return;
            try
            {
                if ((await probe.GetAsync($"http://localhost:{ports[server]}/health/ready")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("The server did not become ready.");
    }

    /// <summary>Waits until nothing is pending any more; starts again whoever has died meanwhile.</summary>
    internal async Task SettleAsync(TimeSpan within)
    {
        for (var until = DateTime.UtcNow + within; DateTime.UtcNow < until; await Task.Delay(250))
        {
            foreach (var dead in Dead) await StartAsync(dead);
            if ((await RowsAsync("select id::text from generations where ended_at is null limit 1")).Count == 0) return;
        }

        throw new TimeoutException($"Still pending: {string.Join(", ", await RowsAsync("select status || ' ' || coalesce(lease_until::text, '-') || ' ' || updated_at || ' ' || (select count(*) from generation_turns w where w.generation_id = generations.id) from generations where ended_at is null limit 5"))}");
    }

    /// <summary>What must hold after every fault; each statement finds what breaks it.</summary>
    internal async Task<IReadOnlyList<string>> BrokenAsync()
    {
        var broken = new List<string>();
        foreach (var (name, sql) in Invariants.All) broken.AddRange((await RowsAsync(sql)).Select(row => $"{name}: {row}"));
        return broken;
    }

    /// <summary>Reads one text column, seeing the only workspace there is.</summary>
    internal async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await database.OpenAsOwnerAsync();
        await TestDatabase.ListAsync<string>(connection, "select set_config('app.workspace', (select id::text from workspaces), false)");
        return await TestDatabase.ListAsync<string>(connection, sql);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.OfType<Process>())
        {
            if (!server.HasExited) server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        Client?.Dispose();
        await Ledger.DisposeAsync();
        await database.DisposeAsync();
        data.Delete(recursive: true);
    }

    private static void Keep(Queue<string> said, string? line)
    {
        lock (said)
        {
            said.Enqueue(line ?? "");
            if (said.Count > 40) said.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
