using System.Collections.Concurrent;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Generation;

namespace Director.Api.FunctionalTests.Generation;

/// <summary>A provider outside this house, played by the test: what it answers is up to <see cref="OnSubmit"/>.</summary>
internal sealed class FakeProvider : IGenerationProvider
{
    internal FakeProvider() => Reset();

    internal void Reset()
    {
        Submitted.Clear();
        Cancelled.Clear();
        OnSubmit = (_, _) => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Forgotten());
        OnPoll = _ => new ProviderAnswer.Forgotten();
        OnFetch = _ => new ProviderAnswer.Forgotten();
        OnReconcile = _ => new ProviderAnswer.Forgotten();
    }

    internal ConcurrentQueue<ProviderRequest> Submitted { get; } = new();
    internal ConcurrentQueue<string> Cancelled { get; } = new();
    internal Func<ProviderRequest, CancellationToken, Task<ProviderAnswer>> OnSubmit { get; set; } = null!;
    internal Func<string, ProviderAnswer> OnPoll { get; set; } = null!;
    internal Func<string, ProviderAnswer> OnFetch { get; set; } = null!;
    internal Func<ProviderRequest, ProviderAnswer> OnReconcile { get; set; } = null!;

    public string Slug => "fake";
    public string Label => "Fake";
    public bool FreeToRepeat => false;
    public FeatureReport Status { get; } = new("Fake", Availability.Available, null, null);
    public IReadOnlyList<ProviderModel> Models { get; } = [new("one", "One", OutputKind.Image, Money.Of(0.25m, "USD").Value, 0, [])];

    public Task<ProviderAnswer> SubmitAsync(ProviderRequest request, CancellationToken ct)
    {
        Submitted.Enqueue(request);
        return OnSubmit(request, ct);
    }

    public Task<ProviderAnswer> PollAsync(ProviderWork work, CancellationToken ct) => Task.FromResult(OnPoll(work.ExternalId));

    public Task<ProviderAnswer> FetchAsync(ProviderWork work, CancellationToken ct) => Task.FromResult(OnFetch(work.ExternalId));

    public Task CancelAsync(ProviderWork work, CancellationToken ct)
    {
        Cancelled.Enqueue(work.ExternalId);
        return Task.CompletedTask;
    }

    public Task<ProviderAnswer> ReconcileAsync(ProviderRequest request, CancellationToken ct) => Task.FromResult(OnReconcile(request));

    public Task<GenerationFailure?> TestAsync(CancellationToken ct) => Task.FromResult<GenerationFailure?>(null);
}
