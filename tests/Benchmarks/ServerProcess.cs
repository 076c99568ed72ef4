using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Director.Benchmarks;

/// <summary>One of the two servers, a process of its own that listens on the loopback address.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    internal Uri Address { get; }

    /// <summary>Processor time so far.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    internal static Task<ServerProcess> StartDirectorAsync(string owner, string data)
    {
        var port = FreePort();
        return StartAsync(["Director.Api.dll", "serve"], port, "/health/ready", new()
        {
            ["DATABASE_URL"] = owner,
            ["DIRECTOR_DATA"] = data,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        });
    }

    internal static Task<ServerProcess> StartBaselineAsync(string owner, Guid workspace)
    {
        var port = FreePort();
        return StartAsync(["Director.Benchmarks.dll", "baseline", owner, workspace.ToString(), port], port, "/ready", []);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(string[] arguments, string port, string ready, Dictionary<string, string> environment)
    {
        // Both say what they say into a pipe that is drained, as under a supervisor.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, arguments[0]), .. arguments[1..]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        void Keep(string? line)
        {
            if (line is not null && said.Count < 50) said.Enqueue(line);
        }

        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { BaseAddress = server.Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !process.HasExited; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync(ready);
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"{arguments[0]} did not start:\n{string.Join('\n', said)}");
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
