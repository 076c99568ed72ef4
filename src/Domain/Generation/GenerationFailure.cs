namespace Director.Domain.Generation;

/// <summary>How an attempt failed.</summary>
/// <param name="Kind">The cause.</param>
/// <param name="Message">The provider's own words, or ours where it has none; never a secret.</param>
/// <param name="Retryable">Whether the same recipe may succeed later.</param>
/// <param name="Billable">Whether the provider charges for it.</param>
/// <param name="RetryAfter">How long the provider wants to be left alone.</param>
public sealed record GenerationFailure(FailureKind Kind, string Message, bool Retryable = false, bool Billable = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Characters kept of the message.</summary>
    public const int MaxMessage = 4_000;
}
