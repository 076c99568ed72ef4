using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Content.Fetching;
using Director.Infrastructure.Providers.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Director.Api.FunctionalTests.Content;

/// <summary>The whole server, allowed to call one web server of this machine and a transcript service there; every other one of this network is forbidden.</summary>
public sealed class ContentApp : DirectorApp
{
    internal PageServer Pages { get; } = PageServer.StartAsync().GetAwaiter().GetResult();

    /// <summary>Names that only this server's resolver knows; each call answers the next of its addresses.</summary>
    internal Dictionary<string, Queue<string>> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("CONTENT_ALLOWED_HOSTS", Pages.Address.GetLeftPart(UriPartial.Authority));
        builder.UseSetting("CONTENT_MAX_MB", "4");
        builder.UseSetting("TRANSCRIPT_URL", Pages.At("/transcripts"));
    }

    private protected override void Change(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(new FetchLimits { Fetch = TimeSpan.FromSeconds(4), Read = TimeSpan.FromSeconds(20) }));
        services.Replace(ServiceDescriptor.Singleton(sp => new Connections(sp.GetRequiredService<ProviderLimits>())
        {
            Resolve = (name, ct) => Names.TryGetValue(name, out var addresses)
                ? Task.FromResult(addresses.Dequeue().Split(' ').Select(System.Net.IPAddress.Parse).ToArray())
                : System.Net.Dns.GetHostAddressesAsync(name, ct),
        }));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Pages.DisposeAsync();
    }
}
