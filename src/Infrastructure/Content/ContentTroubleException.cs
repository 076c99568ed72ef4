using Director.Domain.Content;

namespace Director.Infrastructure.Content;

/// <summary>A text cannot be had; says why.</summary>
/// <param name="cause">For programs.</param>
/// <param name="message">For people.</param>
/// <param name="retryable">Whether trying again may help.</param>
internal sealed class ContentTroubleException(ExtractionCause cause, string message, bool retryable = false) : Exception(message)
{
    internal ExtractionCause Cause { get; } = cause;

    internal bool Retryable { get; } = retryable;
}
