using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.OpenAI;

/// <summary>What OpenAI's errors mean. Compatible servers have the same shape, and not always the same codes.</summary>
internal static class OpenAIFailures
{
    internal static GenerationFailure Of(ApiReply reply)
    {
        var error = reply.Json.Member("error");
        var message = error.Text("message") ?? reply.Json.Text("error") ?? reply.Json.Text("detail") ?? reply.Snippet();
        if (message.Length == 0) message = $"The server answers {(int)reply.Status}.";
        var (code, type) = (error.Text("code"), error.Text("type"));
        if (code is "moderation_blocked" or "content_policy_violation") return new(FailureKind.Moderation, message);
        if (code is "insufficient_quota" or "billing_hard_limit_reached" || type is "insufficient_quota") return new(FailureKind.Quota, message);
        return (int)reply.Status switch
        {
            401 or 403 => new(FailureKind.Auth, message),
            402 => new(FailureKind.Quota, message),
            429 => new(FailureKind.RateLimited, message, Retryable: true, RetryAfter: reply.RetryAfter),
            408 => new(FailureKind.Timeout, message, Retryable: true),
            // It says itself when another try is of no use.
            >= 500 => new(FailureKind.ProviderBusy, message, Retryable: reply.Header("x-should-retry") != "false", RetryAfter: reply.RetryAfter),
            >= 400 => new(FailureKind.InvalidInput, message),
            _ => new(FailureKind.Unknown, message),
        };
    }
}
