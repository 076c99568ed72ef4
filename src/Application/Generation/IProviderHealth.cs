using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>How the providers fare, seen from what their calls came to. One that keeps failing gets nothing new until a single try succeeds.</summary>
public interface IProviderHealth
{
    /// <summary>Reports what a call came to.</summary>
    /// <param name="provider">The provider's slug.</param>
    /// <param name="failure">Why it failed; null when the provider answered as it should, even with a refusal of the input.</param>
    /// <param name="ct">Cancels.</param>
    Task ReportAsync(string provider, GenerationFailure? failure, CancellationToken ct);

    /// <summary>Who is in trouble, by slug.</summary>
    Task<IReadOnlyDictionary<string, ProviderTrouble>> TroublesAsync(CancellationToken ct);
}

/// <summary>A provider that keeps failing.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Why">The last failure, in the provider's own words where it has any.</param>
/// <param name="TryAgainAt">When the next single try may go out.</param>
public sealed record ProviderTrouble(DateTimeOffset Since, string Why, DateTimeOffset TryAgainAt);
