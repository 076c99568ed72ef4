using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.Providers.Http;
using Director.Infrastructure.Providers.Models;

namespace Director.Infrastructure.Providers;

/// <summary>
/// What all outside providers have in common: what becomes of a call that had no answer. A submission without one may have been accepted, so
/// it is looked up, and where that is impossible it stays unknown; looking and fetching have cost nothing yet and are simply done again
/// until the work counts as stuck.
/// </summary>
internal abstract class HttpProvider : IGenerationProvider
{
    private readonly RecentTrouble health;

    protected HttpProvider(string slug, string label, ProviderKit kit)
    {
        (Slug, Label, Kit) = (slug, label, kit);
        health = new RecentTrouble(label, kit.Clock);
    }

    public string Slug { get; }

    public string Label { get; }

    public string Account => Kit.Owner is { } owner ? $"{Slug}@{owner}" : Slug;

    public bool FreeToRepeat => false;

    public FeatureReport Status => health.Report;

    public abstract IReadOnlyList<ProviderModel> Models { get; }

    /// <summary>Reads the provider's reports; null when it sends none that can be trusted.</summary>
    internal virtual IHookReader? Hooks => null;

    protected ProviderKit Kit { get; }

    /// <summary>Hands work over.</summary>
    protected abstract Task<ProviderAnswer> HandOverAsync(ProviderRequest request, CancellationToken ct);

    /// <summary>Looks after work.</summary>
    protected abstract Task<ProviderAnswer> LookAsync(ProviderWork work, CancellationToken ct);

    /// <summary>Brings finished work.</summary>
    protected abstract Task<ProviderAnswer> BringAsync(ProviderWork work, CancellationToken ct);

    /// <summary>Asks to stop.</summary>
    protected abstract Task StopAsync(ProviderWork work, CancellationToken ct);

    /// <summary>Finds out whether work arrived.</summary>
    protected abstract Task<ProviderAnswer> FindAsync(ProviderRequest request, CancellationToken ct);

    /// <summary>The cheapest call with the key.</summary>
    protected abstract Task ProbeAsync(CancellationToken ct);

    /// <summary>The catalogue's entry; refused when there is none any more.</summary>
    protected abstract CatalogueModel ModelOf(Recipe recipe);

    public async Task<ProviderAnswer> SubmitAsync(ProviderRequest request, CancellationToken ct)
    {
        try
        {
            if (Models.FirstOrDefault(m => m.Name == request.Recipe.Model)?.ShutDownOn is { } end && end <= DateOnly.FromDateTime(Kit.Clock.GetUtcNow().UtcDateTime))
                throw new ProviderRefusalException(new GenerationFailure(FailureKind.InvalidInput, FormattableString.Invariant($"{Label} took {request.Recipe.Model} away on {end:yyyy-MM-dd}. Choose another model.")));
            return Noted(await HandOverAsync(request, ct));
        }
        catch (ProviderRefusalException e)
        {
            return Noted(new ProviderAnswer.Refused(e.Failure, e.Cost));
        }
        catch (ProviderTroubleException e) when (e.NeverArrived)
        {
            return Noted(new ProviderAnswer.Refused(e.Failure));
        }
        catch (ProviderTroubleException e)
        {
            health.Fails(e.Failure);
            // Sent, and nobody knows whether it was taken. Asking is free; sending it again may be paid twice.
            return await ReconcileAsync(request, ct) is var found and not ProviderAnswer.Forgotten
                ? found
                : new ProviderAnswer.Refused(e.Failure with { Retryable = true });
        }
    }

    public Task<ProviderAnswer> PollAsync(ProviderWork work, CancellationToken ct) => PatientlyAsync(work, LookAsync, ct);

    public Task<ProviderAnswer> FetchAsync(ProviderWork work, CancellationToken ct) => PatientlyAsync(work, BringAsync, ct);

    public async Task CancelAsync(ProviderWork work, CancellationToken ct)
    {
        try
        {
            await StopAsync(work, ct);
        }
        catch (Exception e) when (e is ProviderTroubleException or ProviderRefusalException)
        {
            // Taken back here in any case; the provider was asked as well as it could be.
        }
    }

    public async Task<ProviderAnswer> ReconcileAsync(ProviderRequest request, CancellationToken ct)
    {
        try
        {
            return await FindAsync(request, ct);
        }
        catch (ProviderRefusalException e)
        {
            return Late(request) ? Unknown(e.Failure.Message) : new ProviderAnswer.Unclear(Pause(e.Failure));
        }
        catch (ProviderTroubleException e)
        {
            health.Fails(e.Failure);
            return Late(request) ? Unknown(e.Failure.Message) : new ProviderAnswer.Unclear(Pause(e.Failure));
        }
    }

    public async Task<GenerationFailure?> TestAsync(CancellationToken ct)
    {
        try
        {
            await ProbeAsync(ct);
            health.Works();
            return null;
        }
        catch (ProviderRefusalException e)
        {
            health.Fails(e.Failure);
            return e.Failure;
        }
        catch (ProviderTroubleException e)
        {
            health.Fails(e.Failure);
            return e.Failure;
        }
    }

    /// <summary>When to look at work again: soon at first, then a fifth of its age later; seldom when the provider calls back.</summary>
    protected ProviderAnswer.Working Working(string externalId, ProviderRequest request)
    {
        var limits = Kit.Limits;
        if (Hooks is not null && Kit.Callbacks.AddressOf(Slug, request) is not null) return new ProviderAnswer.Working(externalId, limits.CalledBackLook);
        var seconds = Math.Clamp(Age(request).TotalSeconds / 5, limits.FirstLook.TotalSeconds, Math.Max(limits.FirstLook.TotalSeconds, limits.LastLook.TotalSeconds));
        return new ProviderAnswer.Working(externalId, TimeSpan.FromSeconds(seconds));
    }

    protected ProviderAnswer Unknown(string why) => new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Unknown,
        $"{Label}'s answer was lost, and whether it did the work, and charged for it, cannot be found out. {why} Look at your account there before you try again."));

    protected TimeSpan Age(ProviderRequest request) => Kit.Clock.GetUtcNow() - request.StartedAt;

    /// <summary>Refuses what a provider answered, in the shape that its adapter read it.</summary>
    protected static ProviderRefusalException Refusal(GenerationFailure failure, Money? cost = null) => new(failure, cost);

    /// <summary>A call about work was refused, which says nothing about the work: it is there and perhaps done, and a key that is being replaced, or a busy
    /// moment, is no reason to lose it.</summary>
    protected static Exception NotNow(GenerationFailure failure) =>
        failure.Kind is FailureKind.Auth or FailureKind.Quota or FailureKind.RateLimited or FailureKind.ProviderBusy or FailureKind.Timeout
            ? new ProviderTroubleException(failure, neverArrived: false)
            : Refusal(failure);

    /// <summary>An answer that cannot be read after work was sent: it may have been accepted.</summary>
    protected ProviderTroubleException Unreadable() =>
        new(new GenerationFailure(FailureKind.ProviderBusy, $"{Label} answered with something that cannot be read.", Retryable: true), neverArrived: false);

    /// <summary>Reads every reference and puts it where the provider can take it.</summary>
    protected async Task<IReadOnlyList<(SlotField Slot, string Address)>> PlaceAsync(
        CatalogueModel model, ProviderRequest request, Func<ReferenceFile, CancellationToken, Task<string>> put, CancellationToken ct)
    {
        var placed = new List<(SlotField, string)>();
        foreach (var (slot, reference) in ReferencePlan.Of(model, request.Recipe))
        {
            var file = await Kit.References.ReadAsync(request, reference, ct);
            try
            {
                placed.Add((slot, await put(file, ct)));
            }
            catch (ProviderTroubleException e)
            {
                // Nothing has been asked for yet: a reference that does not get through means that it never arrived.
                throw new ProviderTroubleException(e.Failure with { Retryable = true }, neverArrived: true, e);
            }
        }

        return placed;
    }

    private async Task<ProviderAnswer> PatientlyAsync(ProviderWork work, Func<ProviderWork, CancellationToken, Task<ProviderAnswer>> ask, CancellationToken ct)
    {
        GenerationFailure trouble;
        try
        {
            var answer = await ask(work, ct);
            if (answer is not ProviderAnswer.Working working || !Late(work.Request)) return Noted(answer);
            trouble = new GenerationFailure(FailureKind.Timeout, $"{Label} has not finished.");
            await CancelAsync(work with { ExternalId = working.ExternalId }, ct);
        }
        catch (ProviderRefusalException e)
        {
            return Noted(new ProviderAnswer.Refused(e.Failure, e.Cost));
        }
        catch (ProviderTroubleException e)
        {
            trouble = e.Failure;
        }

        health.Fails(trouble);
        return Late(work.Request)
            ? new ProviderAnswer.Refused(new GenerationFailure(FailureKind.Timeout, FormattableString.Invariant($"Given up after {Patience(work.Request).TotalMinutes:0} minutes. {trouble.Message}"), Billable: true))
            : new ProviderAnswer.Working(work.ExternalId, Pause(trouble));
    }

    private ProviderAnswer Noted(ProviderAnswer answer)
    {
        if (answer is ProviderAnswer.Refused refused) health.Fails(refused.Failure);
        else health.Works();
        return answer;
    }

    private bool Late(ProviderRequest request) => Age(request) > Patience(request);

    private TimeSpan Patience(ProviderRequest request) =>
        Models.FirstOrDefault(m => m.Name == request.Recipe.Model)?.Kind is OutputKind.Image ? Kit.Limits.PicturePatience : Kit.Limits.ClipPatience;

    private TimeSpan Pause(GenerationFailure failure) => failure.RetryAfter is { } asked && asked > Kit.Limits.LastLook ? asked : Kit.Limits.LastLook;
}
