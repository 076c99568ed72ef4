using System.Diagnostics;
using Director.Benchmarks.Cases;
using Director.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Director.Benchmarks;

/// <summary>
/// One PostgreSQL, and on it Director as people run it (its unprivileged role, accounts, walls and record on) beside a bare
/// server that answers the same with hand-written statements as the owner. All numbers are of one run on one machine, so only
/// their ratios are worth keeping.
/// </summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly RunOptions options;
    private readonly DirectoryInfo folder;
    private readonly EmbeddedPostgresServer postgres;
    private readonly List<ServerProcess> servers = [];

    private Bench(RunOptions options, DirectoryInfo folder, EmbeddedPostgresServer postgres)
    {
        this.options = options;
        this.folder = folder;
        this.postgres = postgres;
        Database = new BenchDatabase(postgres.OwnerConnectionString);
    }

    internal RunOptions Options => options;

    internal BenchDatabase Database { get; }

    internal Load Load { get; } = new();

    internal Results Results { get; } = new();

    internal ServerProcess Director { get; private set; } = null!;

    internal ServerProcess Baseline { get; private set; } = null!;

    internal Crew Crew { get; private set; } = null!;

    internal static async Task<Bench> StartAsync(RunOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("director-bench-");
        // Started by root, PostgreSQL runs as another account, which has to pass through.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, folder.UnixFileMode | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        var postgres = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder.FullName, "postgres") }, NullLogger.Instance, CancellationToken.None);
        var bench = new Bench(options, folder, postgres);
        try
        {
            await bench.StartServersAsync();
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    internal async Task RunAsync()
    {
        foreach (var run in BenchCases.All.Where(c => options.Wants(c.Name))) await run.RunAsync(this);
        Results.Print();
    }

    /// <summary>Both sides in turn, so that whatever else the machine does meets both alike.</summary>
    internal async Task CompareAsync(string name, Request director, Request baseline, double goal)
    {
        await WarmAsync(Baseline, baseline);
        await WarmAsync(Director, director);
        foreach (var clients in (int[])[1, 8])
        {
            var pairs = new List<(Round Director, Round Baseline)>();
            for (var i = 0; i < options.Rounds; i++)
            {
                var raw = await Load.RunAsync(Baseline, baseline, clients, options.Round);
                pairs.Add((await Load.RunAsync(Director, director, clients, options.Round), raw));
            }

            Results.Add(name, clients, pairs, goal);
        }
    }

    /// <summary>Code is compiled anew once it has proved to be used; what is measured before is the compiler.</summary>
    private async Task WarmAsync(ServerProcess server, Request request)
    {
        const int enough = 3_000;
        var longest = TimeSpan.FromSeconds(30);
        var answers = 0;
        for (var watch = Stopwatch.StartNew(); answers < enough && watch.Elapsed < longest;)
            answers += (await Load.RunAsync(server, request, 8, options.Round)).Latencies.Length;
    }

    public async ValueTask DisposeAsync()
    {
        Load.Dispose();
        foreach (var server in servers) await server.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartServersAsync()
    {
        servers.Add(Director = await ServerProcess.StartDirectorAsync(postgres.OwnerConnectionString, Path.Combine(folder.FullName, "director")));
        Crew = await Crew.FoundAsync(Director.Address);
        servers.Add(Baseline = await ServerProcess.StartBaselineAsync(postgres.OwnerConnectionString, Crew.Workspace));
    }
}
