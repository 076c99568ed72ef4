using System.Collections.Concurrent;
using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>
/// The built-in provider, which draws every recipe once a run: the same recipe is the same bytes, and the demonstration film alone is
/// dozens of pictures each time it is planted.
/// </summary>
internal sealed class DrawnOnce(IGenerationProvider artist) : IGenerationProvider, IDisposable
{
    private static readonly ConcurrentDictionary<string, byte[]> Drawn = new(StringComparer.Ordinal);

    public string Slug => artist.Slug;
    public string Label => artist.Label;
    public bool FreeToRepeat => artist.FreeToRepeat;
    public FeatureReport Status => artist.Status;
    public IReadOnlyList<ProviderModel> Models => artist.Models;

    public async Task<ProviderAnswer> SubmitAsync(ProviderRequest request, CancellationToken ct)
    {
        var recipe = JsonSerializer.Serialize(request.Recipe);
        if (Drawn.TryGetValue(recipe, out var kept)) return Finished(kept);
        var answer = await artist.SubmitAsync(request, ct);
        if (answer is not ProviderAnswer.Finished { Outputs: [var output] } || request.Recipe.Model != artist.Models[0].Name) return answer;
        using var bytes = new MemoryStream();
        await output.Content.CopyToAsync(bytes, ct);
        return Finished(Drawn[recipe] = bytes.ToArray());
    }

    public Task<ProviderAnswer> PollAsync(ProviderWork work, CancellationToken ct) => artist.PollAsync(work, ct);

    public Task<ProviderAnswer> FetchAsync(ProviderWork work, CancellationToken ct) => artist.FetchAsync(work, ct);

    public Task CancelAsync(ProviderWork work, CancellationToken ct) => artist.CancelAsync(work, ct);

    public Task<ProviderAnswer> ReconcileAsync(ProviderRequest request, CancellationToken ct) => artist.ReconcileAsync(request, ct);

    public Task<GenerationFailure?> TestAsync(CancellationToken ct) => artist.TestAsync(ct);

    public void Dispose() => (artist as IDisposable)?.Dispose();

    private ProviderAnswer.Finished Finished(byte[] picture) =>
        new([new ProviderOutput(new MemoryStream(picture, writable: false), "frame")], Money.Free(artist.Models[0].Price.Currency));
}
