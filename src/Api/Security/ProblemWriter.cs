using System.Diagnostics;
using System.Globalization;
using Director.Api.Errors;
using Director.Domain.Common;

namespace Director.Api.Security;

/// <summary>Writes problems where no endpoint has run.</summary>
internal static class ProblemWriter
{
    /// <summary>The longest that any limit of tries lasts.</summary>
    private const int DefaultRetrySeconds = 60;

    /// <summary>Answers with a refusal.</summary>
    internal static Task RefuseAsync(this HttpContext context, Error error) => Problems.From(error).ExecuteAsync(context);

    /// <summary>Answers with a bare status as a problem: what the server itself says, not a use case.</summary>
    internal static Task FailAsync(this HttpContext context, int status, string code, string title)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code, ["retryable"] = status is StatusCodes.Status503ServiceUnavailable };
        if (Activity.Current?.TraceId.ToString() is { } trace) extensions["traceId"] = trace;
        return TypedResults.Problem(title: title, statusCode: status, extensions: extensions).ExecuteAsync(context);
    }

    /// <summary>Every 429 says when to come again.</summary>
    internal static void SayWhenToRetry(this HttpContext context, TimeSpan? wait = null)
    {
        var seconds = wait is { } w ? Math.Max(1, (int)Math.Ceiling(w.TotalSeconds)) : DefaultRetrySeconds;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }
}
