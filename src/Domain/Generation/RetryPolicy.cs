namespace Director.Domain.Generation;

/// <summary>
/// How often and after what pause a failed attempt is made again by itself. Each cause has its own number of tries and first pause; pauses
/// grow threefold, are spread by a fifth either way, and are never shorter than what the provider asked for.
/// </summary>
public static class RetryPolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The pause before the next attempt; null when there is none.</summary>
    /// <param name="failure">Why the last one failed.</param>
    /// <param name="tries">How many have been made, the failed one included.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan? PauseAfter(GenerationFailure failure, int tries, double chance)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var (most, first) = Of(failure.Kind);
        if (!failure.Retryable || tries >= most) return null;
        var grown = first * Math.Pow(3, Math.Max(0, tries - 1));
        var spread = (grown < Longest ? grown : Longest) * (0.8 + (0.4 * Math.Clamp(chance, 0, 1)));
        // What the provider asked for is a minimum: the spread is added on top, so that not all come back in the same moment.
        return failure.RetryAfter is { } asked && asked > spread ? asked + (first * (0.2 * Math.Clamp(chance, 0, 1))) : spread;
    }

    /// <summary>How many attempts a cause is worth, and the pause after the first.</summary>
    private static (int Most, TimeSpan First) Of(FailureKind kind) => kind switch
    {
        // Waiting is all it takes.
        FailureKind.RateLimited => (8, TimeSpan.FromSeconds(5)),
        FailureKind.ProviderBusy => (6, TimeSpan.FromSeconds(5)),
        // Each try may be charged.
        FailureKind.Timeout => (3, TimeSpan.FromSeconds(10)),
        FailureKind.CorruptOutput => (2, TimeSpan.FromSeconds(5)),
        FailureKind.ReferenceUnavailable => (2, TimeSpan.FromSeconds(5)),
        FailureKind.Unknown => (3, TimeSpan.FromSeconds(5)),
        // These do not go away by themselves, whatever an adapter says.
        FailureKind.Moderation or FailureKind.InvalidInput or FailureKind.Auth or FailureKind.Quota => (1, TimeSpan.Zero),
        _ => (1, TimeSpan.Zero),
    };
}
