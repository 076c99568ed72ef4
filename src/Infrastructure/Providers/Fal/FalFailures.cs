using Director.Domain.Generation;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Fal;

/// <summary>What fal's errors mean. A model's own stand as a list in <c>detail</c>; those of the machinery as a text with a type beside it.</summary>
internal static class FalFailures
{
    internal static GenerationFailure Of(ApiReply reply)
    {
        var first = reply.Json.Member("detail").Items().FirstOrDefault();
        var message = reply.Json.Text("detail") ?? first.Text("msg") ?? reply.Json.Text("error") ?? reply.Json.Text("message") ?? reply.Snippet();
        // What fal charges for, it says; 5xx it never does.
        var charged = reply.Number("X-Fal-Billable-Units") > 0;
        return Of((int)reply.Status, reply.Json.Text("error_type") ?? reply.Header("X-Fal-Error-Type") ?? first.Text("type"), message, reply.RetryAfter, charged);
    }

    /// <summary>Of a status, a type and the provider's words.</summary>
    internal static GenerationFailure Of(int status, string? type, string message, TimeSpan? retryAfter = null, bool charged = false)
    {
        if (message.Length == 0) message = type ?? $"fal answers {status}.";
        return type switch
        {
            "content_policy_violation" => new(FailureKind.Moderation, message, Billable: charged),
            "generation_timeout" or "request_timeout" or "startup_timeout" => new(FailureKind.Timeout, message, Retryable: true),
            "file_download_error" or "image_load_error" or "unsupported_image_format" or "image_too_small" or "image_too_large" or "file_too_large" =>
                new(FailureKind.ReferenceUnavailable, message, Billable: charged),
            "concurrent_requests_limit" => new(FailureKind.RateLimited, message, Retryable: true, RetryAfter: retryAfter),
            "client_cancelled" or "client_disconnected" => new(FailureKind.ProviderBusy, message, Retryable: true),
            { } runner when runner.StartsWith("runner_", StringComparison.Ordinal) => new(FailureKind.ProviderBusy, message, Retryable: true),
            "internal_server_error" or "downstream_service_unavailable" or "downstream_service_error" => new(FailureKind.ProviderBusy, message, Retryable: true),
            _ => OfStatus(status, message, retryAfter, charged),
        };
    }

    private static GenerationFailure OfStatus(int status, string message, TimeSpan? retryAfter, bool charged) => status switch
    {
        // A locked or empty account answers 403 as a wrong key does; its words tell.
        403 when message.Contains("balance", StringComparison.OrdinalIgnoreCase) || message.Contains("locked", StringComparison.OrdinalIgnoreCase) => new(FailureKind.Quota, message),
        401 or 403 => new(FailureKind.Auth, message),
        402 => new(FailureKind.Quota, message),
        429 => new(FailureKind.RateLimited, message, Retryable: true, RetryAfter: retryAfter),
        408 or 504 => new(FailureKind.Timeout, message, Retryable: true),
        >= 500 => new(FailureKind.ProviderBusy, message, Retryable: true, RetryAfter: retryAfter),
        >= 400 => new(FailureKind.InvalidInput, message, Billable: charged),
        _ => new(FailureKind.Unknown, message),
    };
}
