using System.Diagnostics;

namespace Director.Web.Tests;

/// <summary>Runs the web app's scripts.</summary>
internal static class Npm
{
    /// <summary>What a script that succeeded answers.</summary>
    internal const string Passed = "passed";

    /// <summary>The checkout that the tests were built from.</summary>
    internal static string Root { get; } = Find();

    /// <summary>Runs <c>npm run</c> and answers <see cref="Passed"/>, or the end of what it printed.</summary>
    internal static Task<string> RunAsync(string script) =>
        RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["run", script], Path.Combine(Root, "web"));

    /// <summary>Runs a program and answers <see cref="Passed"/>, or the end of what it printed.</summary>
    internal static async Task<string> RunAsync(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await output + await errors;
        return process.ExitCode == 0 ? Passed : $"exit {process.ExitCode}:\n{(said.Length > 4_000 ? said[^4_000..] : said)}";
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Director.sln"))) return at.FullName;
        }

        throw new DirectoryNotFoundException("The tests run from a checkout of the project.");
    }
}
