using System.Diagnostics;
using Director.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Errors;

/// <summary>The one place that knows which status a refusal has on the wire (RFC 9457 problems with <c>code</c>, <c>errors</c>, <c>traceId</c>, <c>retryable</c>).</summary>
internal static class Problems
{
    internal static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Unreadable => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.Rule => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.VersionRequired => StatusCodes.Status428PreconditionRequired,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Turns a refusal into its problem.</summary>
    internal static ProblemHttpResult From(Error error) => TypedResults.Problem(
        title: error.Message,
        statusCode: StatusOf(error.Kind),
        extensions: Extensions(error));

    private static Dictionary<string, object?> Extensions(Error error)
    {
        var extensions = new Dictionary<string, object?>
        {
            ["code"] = error.Code,
            ["retryable"] = error.Kind is ErrorKind.Unavailable or ErrorKind.TooMany,
        };
        if (error.Fields.Count > 0)
            extensions["errors"] = error.Fields.GroupBy(f => f.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(f => f.Reason).ToArray());
        foreach (var (name, value) in error.Facts) extensions[name] = value;
        if (Activity.Current?.TraceId.ToString() is { } trace) extensions["traceId"] = trace;
        return extensions;
    }
}
