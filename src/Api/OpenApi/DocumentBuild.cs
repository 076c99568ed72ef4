using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Director.Api.OpenApi;

/// <summary>The build starts the program to read its document. Nothing may connect, migrate, listen or work in the background then.</summary>
internal static class DocumentBuild
{
    /// <summary>Whether the program runs only to be described.</summary>
    internal static bool IsRunning { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    /// <summary>Leaves out everything that would start to work. To be called last: what is registered later is not seen.</summary>
    internal static IServiceCollection WithoutWorkersWhenDescribed(this IServiceCollection services) =>
        IsRunning ? services.RemoveAll<IHostedService>() : services;
}
