using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Director.Infrastructure.Providers.Http;

/// <summary>
/// The HTTP clients of a provider: one that calls its API with the key, and one that fetches files without it. Only what may be repeated is
/// repeated by itself: reads. What starts work, and may cost, is sent once.
/// </summary>
internal static class ProviderClients
{
    private const int Retries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    internal static string Api(string slug) => $"provider.{slug}";

    internal static string Files(string slug) => $"provider.{slug}.files";

    internal static void AddProviderClients(this IServiceCollection services, string slug, Func<IServiceProvider, IReadOnlyCollection<Uri>> named, bool anywhere = true)
    {
        // The usual loggers would write addresses, and a callback's address is a secret.
        Configure(services.AddHttpClient(Api(slug)).RemoveAllLoggers(), sp => anywhere ? sp.GetRequiredService<Connections>().AnywhereAsync : sp.GetRequiredService<Connections>().PublicOr([]));
        Configure(services.AddHttpClient(Files(slug)).RemoveAllLoggers(), sp => sp.GetRequiredService<Connections>().PublicOr(named(sp)));
    }

    private static void Configure(IHttpClientBuilder client, Func<IServiceProvider, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>> connect)
    {
        client.ConfigureHttpClient(c => c.Timeout = Timeout.InfiniteTimeSpan);
        client.ConfigurePrimaryHttpMessageHandler(sp => new SocketsHttpHandler
        {
            // A redirect is followed by whoever can judge where it leads, and never with a key.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = connect(sp),
        });
        client.AddResilienceHandler("reads", pipeline =>
        {
            var retry = new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
            };
            var transient = retry.ShouldHandle;
            retry.ShouldHandle = async args => args.Context.GetRequestMessage()?.Method == HttpMethod.Get && !AsksForMore(args.Outcome.Result) && await transient(args);
            pipeline.AddRetry(retry);
        });
    }

    /// <summary>Whoever asks to be left alone for longer is asked again by a later step, not waited for here.</summary>
    private static bool AsksForMore(HttpResponseMessage? reply) =>
        reply?.StatusCode is HttpStatusCode.TooManyRequests && !(reply.Headers.RetryAfter?.Delta <= LongestPause);
}
