using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>The last line of the start: where to click.</summary>
internal static class StartedMessage
{
    internal static void Write(ILogger logger, IReadOnlyList<string> addresses, DirectorSettings settings)
    {
        logger.LogInformation("Director is ready: {Address:l}", addresses.Count > 0 ? addresses[0] : "nowhere");
        if (!DirectorLogging.IsTerminal) return;

        Console.WriteLine();
        foreach (var address in addresses) Console.WriteLine($"  Open {address} in a browser.");
        Console.WriteLine($"  Everything is kept in {settings.DataDirectory}.");
        Console.WriteLine("  Ctrl+C stops it.");
        Console.WriteLine();
    }
}
