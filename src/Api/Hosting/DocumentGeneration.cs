using System.Reflection;
using Director.Api.OpenApi;
using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>The build starts this program to read its API document. Nothing may start PostgreSQL, migrate, listen or
/// write then: the endpoints are all that is wanted.</summary>
internal static class DocumentGeneration
{
    /// <summary>Whether the program was started by the build's document tool.</summary>
    internal static bool IsRunning => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    internal static async Task<int> RunAsync(string[] args)
    {
        var builder = Builder(args);
        var app = DirectorHost.Build(builder, Settings());
        await app.RunAsync();
        return 0;
    }

    /// <summary>The document as the server would serve it. Nothing listens; the routes are only known once the host has started.</summary>
    internal static async Task<ReadOnlyMemory<byte>> WriteAsync(CancellationToken cancellationToken)
    {
        var builder = Builder([]);
        builder.WebHost.UseServer(new DeafServer());
        await using var app = DirectorHost.Build(builder, Settings(), RemoveBackgroundWork);
        await app.StartAsync(cancellationToken);
        var document = await app.Services.GetRequiredService<DocumentText>().ReadAsync(cancellationToken);
        await app.StopAsync(cancellationToken);
        return document.Text;
    }

    private static WebApplicationBuilder Builder(string[] args)
    {
        var builder = DirectorHost.CreateBuilder(args);
        builder.Logging.ClearProviders();
        return builder;
    }

    private static DirectorSettings Settings() => new() { DataDirectory = Path.GetTempPath(), SecretKey = new Secret(""), OptionalFeatures = [] };

    /// <summary>Takes out what would begin to work once the host starts; the web server is the tool's own.</summary>
    internal static void RemoveBackgroundWork(IServiceCollection services)
    {
        var working = services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal) != true)
            .ToList();
        foreach (var service in working) services.Remove(service);
    }
}
