using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>The server as people start it: a process of its own with its own database, listening on a free port. Once for all that need it.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    /// <summary>Whom it was set up for.</summary>
    public const string Email = "owner@example.test";

    /// <summary>Their password.</summary>
    public const string Password = "a lamp that never goes out";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("director-live-");
    private readonly List<string> said = [];
    private Process? process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Address = new Uri($"http://localhost:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Director.Api.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var given in (string[])["DATABASE_URL", "ConnectionStrings__Director", "DATABASE_APP_URL"]) start.Environment.Remove(given);
        start.Environment["DIRECTOR_DATA"] = data.FullName;
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitAsync();

        using var http = new HttpClient { BaseAddress = Address };
        using var setUp = await http.PostAsJsonAsync("/api/setup", new { name = "Owner", email = Email, password = Password, workspaceName = "Lighthouse" });
        setUp.StatusCode.Should().Be(HttpStatusCode.Created, await setUp.Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // A polite end takes the embedded PostgreSQL along; it would outlive a killed one.
            using (var end = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await end.WaitForExitAsync();
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
        }

        process?.Dispose();
        data.Delete(recursive: true);
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(200))
        {
            if (process!.HasExited) break;
            try
            {
                using var ready = await http.GetAsync("/health/ready");
                if (ready.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        lock (said) throw new InvalidOperationException("The server did not become ready:\n" + string.Join('\n', said));
    }

    private void Note(string? line)
    {
        if (line is not null) lock (said) said.Add(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
