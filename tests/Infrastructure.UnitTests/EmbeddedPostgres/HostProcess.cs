using System.Diagnostics;
using Director.Infrastructure.EmbeddedPostgres;

namespace Director.Infrastructure.UnitTests.EmbeddedPostgres;

/// <summary>The test's handle on a <see cref="HostProgram"/>.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, string firstLine)
    {
        this.process = process;
        FirstLine = firstLine;
    }

    public string FirstLine { get; }

    public int PostgresProcessId => int.Parse(FirstLine.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    public string ConnectionString => FirstLine.Split(' ', 3)[2];

    public static async Task<HostProcess> StartAsync(
        string dataDirectory, string manner = "graceful", string? account = null, string? programFolder = null)
    {
        var binaries = programFolder is null ? ServerBinaries.Find(null).Folder : Path.Combine(programFolder, "postgres");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
            ArgumentList =
            {
                Path.Combine(programFolder ?? AppContext.BaseDirectory, "Director.Infrastructure.UnitTests.dll"),
                "postgres-host", dataDirectory, binaries, manner,
            },
        };
        if (account is not null)
        {
            start.UserName = account;
            start.Environment["HOME"] = "/nonexistent";
            start.Environment["DOTNET_CLI_HOME"] = dataDirectory;
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return new HostProcess(process, line ?? "");
    }

    public void Signal(int signal) => UnixCalls.Send(process.Id, signal).Should().BeTrue();

    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
