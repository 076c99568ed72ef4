using Director.Api.Security;
using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>What every request passes on its way to an endpoint, in order.</summary>
internal static class HostingRegistration
{
    internal static IServiceCollection AddDirectorHosting(this IServiceCollection services, DirectorSettings settings)
    {
        services.AddSingleton<IReadinessCheck, DatabaseReadiness>();
        services.AddSingleton<IReadinessCheck>(new StorageReadiness(settings.MediaDirectory));
        services.AddSingleton<IReadinessCheck, WorkerReadiness>();
        services.AddSingleton<Readiness>();
        services.AddBehindProxies(settings.Web);
        services.AddOtherSites(settings.Web);
        return services;
    }

    internal static void UseDirectorHosting(this WebApplication app, WebSettings web)
    {
        app.UseBehindProxies(web);
        app.UseMiddleware<RequestFacts>();
        app.UseMiddleware<RequestLogging>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWebAppFiles();
        app.UseRouting();
        app.UseOtherSites(web);
        app.UseWebAppPages();
        app.UseDirectorSecurity();
    }
}
