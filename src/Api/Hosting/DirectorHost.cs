using Director.Api.Endpoints;
using Director.Api.OpenApi;
using Director.Api.Security;
using Director.Application;
using Director.Infrastructure;
using Director.Infrastructure.Configuration;

namespace Director.Api.Hosting;

/// <summary>Puts the server together: settings in, a web application out that has not started yet.</summary>
public static class DirectorHost
{
    /// <summary>A builder that reads the environment, <c>appsettings.json</c> beside the binary and the arguments.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
    });

    /// <summary>Registers every layer and maps every route. Nothing connects or listens before the application starts;
    /// the database must have been set up by then.</summary>
    /// <param name="builder">From <see cref="CreateBuilder"/>.</param>
    /// <param name="settings">What was set.</param>
    /// <param name="change">Last changes to the services, for processes that do only a part.</param>
    public static WebApplication Build(WebApplicationBuilder builder, DirectorSettings settings, Action<IServiceCollection>? change = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        Listening.UseDefaultAddress(builder);
        builder.Services.AddSingleton(settings);
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure();
        builder.Services.AddDirectorSecurity();
        builder.Services.AddSingleSignOn(settings);
        builder.Services.AddDirectorHosting(settings);
        builder.Services.AddDirectorOpenApi();
        change?.Invoke(builder.Services);
        if (DocumentGeneration.IsRunning) DocumentGeneration.RemoveBackgroundWork(builder.Services);

        var app = builder.Build();
        app.UseDirectorHosting(settings.Web);
        app.MapHealth();
        app.MapDirectorApi();
        app.MapDirectorOpenApi();
        return app;
    }
}
