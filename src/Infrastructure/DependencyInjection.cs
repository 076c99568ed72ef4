using Director.Application.Common.Ports;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Interchange;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Workspaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Director.Infrastructure;

/// <summary>Registers everything outside the domain: database, identity, storage, jobs, providers.</summary>
public static class DependencyInjection
{
    /// <summary>Adds all of it.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AppDatabase>();
        services.AddScoped<CallerContext>();
        services.AddScoped<ICaller>(sp => sp.GetRequiredService<CallerContext>());
        services.AddSingleton<IDemoFilm, DemoFilm>();
        services.AddSingleton<ICastColours, Providers.SketchAdapter.SketchColours>();
        services.AddScoped<IWorkspaceArchive, Backup.WorkspaceArchive>();
        services.AddPersistence();
        services.AddInterchange();
        services.AddIdentityServices();
        services.AddWorkspaces();
        services.AddGeneration();
        return services;
    }
}
