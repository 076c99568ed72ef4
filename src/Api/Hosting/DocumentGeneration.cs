using System.Reflection;
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
        var settings = new DirectorSettings
        {
            DataDirectory = Path.GetTempPath(),
            SecretKey = new Secret(""),
            OptionalFeatures = [],
        };
        var builder = DirectorHost.CreateBuilder(args);
        builder.Logging.ClearProviders();
        var app = DirectorHost.Build(builder, settings);
        await app.RunAsync();
        return 0;
    }

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
