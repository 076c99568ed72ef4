using System.CommandLine;
using Director.Api.Hosting;

namespace Director.Api.Cli;

/// <summary><c>director openapi</c>: the API document on standard output, without a database.</summary>
internal static class OpenApiCommand
{
    internal static Command Create()
    {
        var command = new Command("openapi", "Print the API document.");
        command.SetAction((_, cancellationToken) => DirectorCommandLine.GuardAsync(RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var document = await DocumentGeneration.WriteAsync(cancellationToken);
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(document, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        return ExitCodes.Done;
    }
}
