using Director.Application.Assets;
using Director.Application.Collections;
using Director.Application.Common.Ports;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Collections;
using Director.Domain.Common;
using Director.Domain.Tags;
using Director.Infrastructure.Persistence.Activity;
using Director.Infrastructure.Persistence.Queries;
using Director.Infrastructure.Persistence.Repositories;
using Director.Infrastructure.Persistence.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Director.Infrastructure.Persistence;

/// <summary>Registers the database.</summary>
internal static class PersistenceRegistration
{
    /// <summary>Statements that a connection keeps prepared; listings with rare filters push each other out.</summary>
    private const int MostPrepared = 100;

    /// <summary>The context serves as the app's role; the connection string is known once the database has been set up.</summary>
    internal static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSingleton(sp => DataSource(sp.GetRequiredService<AppDatabase>().ConnectionString));
        services.AddScoped<TenantScope>();
        services.AddDbContext<DirectorDbContext>((sp, options) => options
            .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.EnableRetryOnFailure(4, TimeSpan.FromSeconds(2), null))
            .UseSnakeCaseNamingConvention()
            .UseModel(DirectorModel.Instance)
            .AddInterceptors(sp.GetRequiredService<TenantScope>(), sp.GetRequiredService<Jobs.AfterCommit>()));
        services.AddScoped<ActivityRecorder>();
        services.AddScoped<IActivityLog>(sp => sp.GetRequiredService<ActivityRecorder>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IAssetRepository, AssetRepository>();
        services.AddScoped<ITagRepository, TagRepository>();
        services.AddScoped<ICollectionRepository, CollectionRepository>();
        services.AddScoped<ICollectionReader, CollectionReader>();
        services.AddScoped<ITagReader, TagReader>();
        services.AddScoped<Application.Events.IActivityReader, ActivityReader>();
        services.AddScoped<IIdempotencyStore, Idempotency.IdempotencyStore>();
        services.AddScoped<RunningTransaction>();
        services.AddScoped<DirectorSql>();
        services.AddScoped<AssetListing>();
        services.AddScoped<FilmReader>();
        services.AddScoped<TakeSources>();
        services.AddScoped<IAssetReader, AssetReader>();
        services.AddScoped<Application.Shots.IShotReader, ShotReader>();
        services.AddSingleton<IIdSource, IdSource>();
        return services;
    }

    /// <summary>
    /// What is asked often is planned once for each connection: planning the columns of an asset takes longer than reading one.
    /// A connection string that says otherwise keeps its word.
    /// </summary>
    private static NpgsqlDataSource DataSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ContainsKey("Max Auto Prepare")) settings.MaxAutoPrepare = MostPrepared;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}

/// <summary>The database as the server uses it: the unprivileged role's connection string, set once at start.</summary>
public sealed class AppDatabase
{
    private string? connectionString;

    /// <summary>The app role's connection string.</summary>
    public string ConnectionString
    {
        get => connectionString ?? throw new InvalidOperationException("The database has not been set up yet.");
        set => connectionString = value;
    }
}

/// <summary>UUID version 7 by the injected clock.</summary>
internal sealed class IdSource(TimeProvider clock) : IIdSource
{
#pragma warning disable RS0030 // this is the source that everything else is told to use
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
#pragma warning restore RS0030
}
