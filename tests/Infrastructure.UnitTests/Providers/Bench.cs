using System.Collections.Concurrent;
using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Providers;
using Director.Infrastructure.Providers.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>The providers as the server puts them together, from settings, with files in memory and every line of the log kept.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Store store = new();
    private readonly Lines lines = new();

    internal Bench(params (string Name, string? Value)[] values) : this(new ProviderLimits(), values)
    {
    }

    internal Bench(ProviderLimits limits, params (string Name, string? Value)[] values)
    {
        Data = Directory.CreateTempSubdirectory("director-providers-").FullName;
        var settings = DirectorSettings.Load(new ConfigurationBuilder()
            .AddInMemoryCollection([new("DIRECTOR_DATA", Data)])
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, v.Value))).Build());
        Settings = settings;
        var collection = new ServiceCollection();
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        collection.AddSingleton(settings);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddOutsideProviders();
        collection.AddScoped<CallerContext>();
        collection.AddSingleton<IBlobStore>(store);
        collection.AddSingleton(limits);
        services = collection.BuildServiceProvider();
    }

    internal string Data { get; }

    internal DirectorSettings Settings { get; }

    internal ShiftedClock Clock { get; } = new();

    internal IServiceProvider Services => services;

    internal IEnumerable<string> Log => lines.All;

    internal ProviderSet All => services.GetRequiredService<ServerProviders>().Set;

    internal IGenerationProvider Provider(string slug) => All.Find(slug)!;

    /// <summary>A reference whose bytes lie in the store.</summary>
    internal TakeRecipeReference Reference(byte[] bytes, string role = "image", string name = "Mira")
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        store.Files[hash] = bytes;
        return new TakeRecipeReference(Guid.CreateVersion7(), role, name, hash);
    }

    /// <summary>Damages what lies under a hash; null takes it away.</summary>
    internal void Spoil(TakeRecipeReference reference, byte[]? bytes)
    {
        if (bytes is null) store.Files.TryRemove(reference.Sha256!, out _);
        else store.Files[reference.Sha256!] = bytes;
    }

    internal ProviderRequest Request(string slug, string model, Func<Recipe, Recipe>? change = null)
    {
        var recipe = new Recipe { Provider = slug, Model = model, Prompt = "A lighthouse in the rain", Seed = 4711, Shot = new ShotBrief() };
        return new ProviderRequest(new AttemptId(Guid.CreateVersion7()), change?.Invoke(recipe) ?? recipe)
        {
            Workspace = new WorkspaceId(Guid.CreateVersion7()),
            Generation = new GenerationId(Guid.CreateVersion7()),
            StartedAt = Clock.GetUtcNow(),
        };
    }

    /// <summary>Submits and looks, as the worker does, until there is nothing left to wait for.</summary>
    internal async Task<ProviderAnswer> RunAsync(string slug, ProviderRequest request)
    {
        var provider = Provider(slug);
        var answer = await provider.SubmitAsync(request, CancellationToken.None);
        for (var looks = 0; answer is ProviderAnswer.Working working && looks < 50; looks++)
        {
            answer = await provider.PollAsync(new ProviderWork(working.ExternalId, request), CancellationToken.None);
            if (answer is ProviderAnswer.Ready ready) answer = await provider.FetchAsync(new ProviderWork(ready.ExternalId, request), CancellationToken.None);
        }

        return answer;
    }

    internal static async Task<byte[]> BytesAsync(ProviderOutput output)
    {
        await using (output)
        {
            using var bytes = new MemoryStream();
            await output.Content.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    internal sealed class ShiftedClock : TimeProvider
    {
        private TimeSpan ahead;

        internal void Advance(TimeSpan by) => ahead += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }

    private sealed class Store : IBlobStore
    {
        internal ConcurrentDictionary<string, byte[]> Files { get; } = new();

        public Task<Result<StoredBlob>> PutAsync(Stream content, long limit, CancellationToken ct) => throw new NotSupportedException();

        public Task RecordAsync(Domain.Assets.Media media, CancellationToken ct) => throw new NotSupportedException();

        public Task<Stream?> OpenAsync(string sha256, CancellationToken ct) => Task.FromResult<Stream?>(Files.TryGetValue(sha256, out var bytes) ? new MemoryStream(bytes) : null);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        internal ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            All.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
