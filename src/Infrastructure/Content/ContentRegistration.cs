using System.Net;
using Director.Application.Content;
using Director.Domain.Content;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Content.Fetching;
using Director.Infrastructure.Content.Reading;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence.Queries;
using Director.Infrastructure.Persistence.Repositories;
using Director.Infrastructure.Providers.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Content;

/// <summary>Registers the taking-in of texts.</summary>
internal static class ContentRegistration
{
    internal static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton(new FetchLimits());
        services.AddSingleton<IContentRules, ContentRules>();
        services.AddScoped<IContentFormats, StoredFormats>();
        services.AddScoped<IExtractionRepository, ExtractionRepository>();
        services.AddScoped<ExtractionRepository>();
        services.AddScoped<IContentReader, ContentReader>();
        services.AddScoped<IExtractionQueue, ExtractionQueue>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<Transcripts>();
        services.AddSingleton<ReaderProcess>();
        services.AddSingleton<ExtractionGate>();
        services.AddSingleton<ExtractionWorker>();
        Configure(services.AddHttpClient(PageFetcher.Client), DecompressionMethods.All,
            sp => sp.GetRequiredService<Connections>().PublicOr(sp.GetRequiredService<DirectorSettings>().Content.AllowedHosts));
        Configure(services.AddHttpClient(Transcripts.Client), DecompressionMethods.None, sp => sp.GetRequiredService<Connections>().AnywhereAsync);
        return services;
    }

    private static void Configure(
        IHttpClientBuilder client, DecompressionMethods unpacked, Func<IServiceProvider, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>> connect) =>
        // The usual loggers would write addresses, and a pasted link may be a secret.
        client.RemoveAllLoggers().ConfigureHttpClient(c => c.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(sp => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = unpacked,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = connect(sp),
        });
}
