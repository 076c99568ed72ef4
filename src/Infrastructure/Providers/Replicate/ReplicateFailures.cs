using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Replicate;

/// <summary>What Replicate's errors mean: of calls by their status, of predictions by the model's own words.</summary>
internal static class ReplicateFailures
{
    private static readonly string[] OfModeration = ["nsfw", "flagged", "sensitive", "safety", "content policy", "moderat", "E005"];
    private static readonly string[] OfReferences = ["could not download", "failed to download", "cannot identify image", "invalid image", "E6716"];
    private static readonly string[] OfTime = ["timed out", "timeout", "time limit", "E9828"];

    internal static GenerationFailure Of(ApiReply reply)
    {
        var message = reply.Json.Text("detail") ?? reply.Json.Text("title") ?? reply.Snippet();
        if (message.Length == 0) message = $"Replicate answers {(int)reply.Status}.";
        return (int)reply.Status switch
        {
            401 or 403 => new(FailureKind.Auth, message),
            402 => new(FailureKind.Quota, message),
            408 or 504 => new(FailureKind.Timeout, message, Retryable: true),
            429 => new(FailureKind.RateLimited, message, Retryable: true, RetryAfter: reply.RetryAfter),
            >= 500 => new(FailureKind.ProviderBusy, message, Retryable: true, RetryAfter: reply.RetryAfter),
            >= 400 => new(FailureKind.InvalidInput, message),
            _ => new(FailureKind.Unknown, message),
        };
    }

    /// <summary>Of a prediction that failed; models say why in words alone.</summary>
    internal static GenerationFailure OfPrediction(string? error)
    {
        var message = error ?? "The model failed and does not say why.";
        return Says(OfModeration) ? new(FailureKind.Moderation, message)
            : Says(OfReferences) ? new(FailureKind.ReferenceUnavailable, message)
            : Says(OfTime) ? new(FailureKind.Timeout, message, Retryable: true)
            : message.Contains("out of memory", StringComparison.OrdinalIgnoreCase) || message.Contains("interrupted", StringComparison.OrdinalIgnoreCase) ? new(FailureKind.ProviderBusy, message, Retryable: true)
            : new(FailureKind.Unknown, message);

        bool Says(string[] words) => words.Any(w => message.Contains(w, StringComparison.OrdinalIgnoreCase));
    }
}
