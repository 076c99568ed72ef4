using Director.Application.Common.Ports;
using Director.Application.Events;
using Director.Application.Generation;
using Director.Application.MediaFiles;
using Director.Domain.Generation;
using Director.Infrastructure.Media;
using Director.Infrastructure.Persistence.Queries;
using Director.Infrastructure.Persistence.Repositories;
using Director.Infrastructure.Providers;
using Director.Infrastructure.Providers.Sketch;
using Director.Infrastructure.Providers.SketchAdapter;
using Director.Infrastructure.Storage.Local;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Director.Infrastructure.Jobs;

/// <summary>Registers generation: providers, queue, workers, files and the event log.</summary>
internal static class GenerationRegistration
{
    internal static IServiceCollection AddGeneration(this IServiceCollection services)
    {
        services.AddSingleton<SketchArtist>();
        services.AddSingleton<IGenerationProvider, SketchProvider>();
        services.AddOutsideProviders();
        services.AddSingleton<IGenerationProviders, GenerationProviders>();
        services.AddSingleton<ISeedSource, RandomSeeds>();
        services.AddScoped<IGenerationRepository, GenerationRepository>();
        services.AddScoped<IGenerationReader, GenerationReader>();
        services.AddScoped<IGenerationQueue, GenerationQueue>();
        services.AddScoped<IBudgetLedger, BudgetLedger>();
        services.AddSingleton<IExchangeRates, Configuration.ExchangeRates>();
        services.AddScoped<GenerationFacts>();
        services.AddScoped<GenerationTurns>();
        services.AddScoped<IGenerationTurns>(sp => sp.GetRequiredService<GenerationTurns>());
        services.AddScoped<IProviderHealth, ProviderHealth>();
        services.AddSingleton<TurnSignal>();
        services.AddSingleton<GenerationLimits>();
        services.AddSingleton<GenerationWorker>();
        return services.AddFiles().AddEvents().AddWorkers();
    }

    private static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<MediaFolder>();
        services.AddSingleton<ThumbnailGate>();
        services.AddScoped<IBlobStore, LocalBlobStore>();
        services.AddScoped<IMediaProbe, MediaProbe>();
        services.AddScoped<IThumbnails, Thumbnails>();
        return services;
    }

    private static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddScoped<AfterCommit>();
        services.AddScoped<IEventReader, EventReader>();
        services.AddScoped<ISessionWatch, SessionWatch>();
        services.AddSingleton<EventPulse>();
        services.AddSingleton<IEventPulse>(sp => sp.GetRequiredService<EventPulse>());
        services.AddHostedService(sp => sp.GetRequiredService<EventPulse>());
        return services;
    }

    private static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "director";
                scheduler.GenerateInstanceId = true;
                // Work queued by another process is found within this; queued by this one it starts at once.
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            // Looks at providers wait for the network; a slow one must not hold up the others.
            quartz.UseDefaultThreadPool(16);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = sp => sp.GetRequiredService<NpgsqlDataSource>());
                store.UseSystemTextJsonSerializer();
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
                });
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "qrtz_";
                    options.StoreJobDataAsStrings = true;
                    options.SchemaProvisioning = SchemaProvisioning.Validate;
                    options.AcceptEnlistedTransactions = true;
                    // A lock taken on insert would be held until the command commits, and queue every other command behind it.
                    options.LockOnInsert = false;
                });
            });
        });
        services.AddSingleton(new BackgroundWork(true));
        services.AddSingleton<BackgroundWorkState>();
        services.AddHostedService<JobsHost>();
        services.AddHostedService<GenerationPump>();
        return services;
    }
}
