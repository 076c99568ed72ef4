using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.UnitTests.Providers.Fakes;
using Microsoft.AspNetCore.Hosting;

namespace Director.Api.FunctionalTests.Generation.Providers;

/// <summary>The whole server with Replicate configured, and an address that Replicate can call.</summary>
public sealed class ReachableApp : DirectorApp
{
    internal FakeReplicate Replicate { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("REPLICATE_API_TOKEN", FakeReplicate.Token);
        builder.UseSetting("REPLICATE_BASE_URL", Replicate.Api.AbsoluteUri);
        builder.UseSetting("DIRECTOR_PUBLIC_URL", "https://director.example.com");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Replicate.DisposeAsync();
    }
}
