using System.Runtime.InteropServices;
using Director.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.UnitTests.EmbeddedPostgres;

/// <summary>A process of its own that runs the embedded server as Director does, so that a test can end it in every
/// way a process ends. It prints one line when the server is ready, then waits for SIGTERM, SIGINT or its
/// death; a careless one exits at once without disposing of anything.</summary>
internal static class HostProgram
{
    internal static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["postgres-host", var dataDirectory, var binaries, var manner]) return 64;

        using var loggers = LoggerFactory.Create(_ => { });
        using var asked = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        try
        {
            await using var server = await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = dataDirectory, BinariesDirectory = binaries },
                loggers.CreateLogger("host"), CancellationToken.None);
            Console.WriteLine($"ready {server.ProcessId} {server.OwnerConnectionString}");
            if (manner == "careless") Environment.Exit(0);
            await Task.Delay(Timeout.Infinite, asked.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        }
        catch (EmbeddedPostgresException exception)
        {
            Console.WriteLine($"refused {exception.Message.ReplaceLineEndings(" ")}");
            return 1;
        }

        void Ask(PosixSignalContext context)
        {
            context.Cancel = true;
            asked.Cancel();
        }
    }
}
