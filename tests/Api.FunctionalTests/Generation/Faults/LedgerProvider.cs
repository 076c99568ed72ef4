using System.Net;
using Director.Api.FunctionalTests.Generation.Faults;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Generation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(LedgerStartup))]

namespace Director.Api.FunctionalTests.Generation.Faults;

/// <summary>Brings the ledger's provider into a server that a fault test starts; that server names this assembly as its hosting start-up.</summary>
internal sealed class LedgerStartup : IHostingStartup
{
    internal const string Variable = "DIRECTOR_TEST_LEDGER";

    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } address) return;
        var ledger = new LedgerClient(new Uri(address));
        builder.ConfigureServices(services => services.AddSingleton<IGenerationProvider>(new LedgerProvider(ledger)));
    }
}

/// <summary>Calls the ledger.</summary>
internal sealed class LedgerClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    public void Dispose() => http.Dispose();

    internal async Task<string?> AskAsync(string path, CancellationToken ct)
    {
        using var answer = await http.GetAsync(path, ct);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.Content.ReadAsStringAsync(ct);
    }

    internal Task<Stream> DownloadAsync(string id, CancellationToken ct) => http.GetStreamAsync($"picture/{id}", ct);

    /// <summary>Ends this process at once, as kill -9 does, when the test wants it to end here.</summary>
    internal async Task PassAsync(string point)
    {
        if (await AskAsync($"die/{point}", CancellationToken.None) is null) return;
        System.Diagnostics.Process.GetCurrentProcess().Kill();
        await Task.Delay(Timeout.Infinite);
    }
}

/// <summary>A paid provider without idempotency keys: every submission is paid, and an attempt can be looked up.</summary>
internal sealed class LedgerProvider(LedgerClient ledger) : IGenerationProvider, IDisposable
{
    /// <summary>Where a server can be made to die.</summary>
    internal static readonly string[] Points = ["beforeCall", "replyLost", "polling", "beforeFetch", "download", "downloaded"];

    public string Slug => "ledger";
    public string Label => "Ledger";
    public bool FreeToRepeat => false;
    public FeatureReport Status { get; } = new("Ledger", Availability.Available, null, null);
    public IReadOnlyList<ProviderModel> Models { get; } = [new("one", "One", OutputKind.Image, Money.Of(0.25m, "USD").Value, 0, [])];

    public async Task<ProviderAnswer> SubmitAsync(ProviderRequest request, CancellationToken ct)
    {
        await ledger.PassAsync("beforeCall");
        var id = await ledger.AskAsync($"submit/{request.Generation}/{request.Attempt}", ct);
        await ledger.PassAsync("replyLost");
        return new ProviderAnswer.Working(id!, TimeSpan.FromMilliseconds(100));
    }

    public async Task<ProviderAnswer> PollAsync(ProviderWork work, CancellationToken ct)
    {
        await ledger.PassAsync("polling");
        return new ProviderAnswer.Ready(work.ExternalId, Money.Of(0.25m, "USD").Value);
    }

    public async Task<ProviderAnswer> FetchAsync(ProviderWork work, CancellationToken ct)
    {
        await ledger.PassAsync("beforeFetch");
        var bytes = new MemoryStream();
        await using (var download = await ledger.DownloadAsync(work.ExternalId, ct))
        {
            await ledger.PassAsync("download");
            await download.CopyToAsync(bytes, ct);
        }

        bytes.Position = 0;
        await ledger.PassAsync("downloaded");
        return new ProviderAnswer.Finished([new ProviderOutput(bytes, "picture.png")], Money.Of(0.25m, "USD").Value);
    }

    public Task CancelAsync(ProviderWork work, CancellationToken ct) => Task.CompletedTask;

    public async Task<ProviderAnswer> ReconcileAsync(ProviderRequest request, CancellationToken ct) =>
        await ledger.AskAsync($"find/{request.Generation}/{request.Attempt}", ct) is { } id ? new ProviderAnswer.Working(id, TimeSpan.FromMilliseconds(50)) : new ProviderAnswer.Forgotten();

    public void Dispose() => ledger.Dispose();

    public Task<GenerationFailure?> TestAsync(CancellationToken ct) => Task.FromResult<GenerationFailure?>(null);
}
