using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Director.Domain.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Director.Api.Security;

/// <summary>Turns what was thrown into a problem: unreadable input is the caller's, everything else is ours and says nothing of our insides.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> log) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    /// <summary>SQLSTATEs of a text that PostgreSQL cannot keep: character_not_in_repertoire and untranslatable_character.</summary>
    private static readonly string[] UnkeepableText = ["22021", "22P05"];

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        if (exception is BadHttpRequestException bad)
        {
            await AnswerAsync(httpContext, bad);
            return true;
        }

        if (Database(exception) is { } fault)
        {
            if (fault.SqlState is { } state && UnkeepableText.Contains(state, StringComparer.Ordinal))
            {
                await httpContext.RefuseAsync(SecurityErrors.NulInText);
                return true;
            }

            if (fault.IsTransient)
            {
                log.LogWarning(exception, "The database did not answer {Method} {Path}", httpContext.Request.Method, httpContext.Request.Path.Value);
                await httpContext.RefuseAsync(SecurityErrors.Unavailable);
                return true;
            }
        }

        log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path.Value);
        await httpContext.FailAsync(StatusCodes.Status500InternalServerError, "server.fault", "Something went wrong on the server. The trace id finds it in the log.");
        return true;
    }

    private static Task AnswerAsync(HttpContext context, BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => context.RefuseAsync(SecurityErrors.TooLarge),
        StatusCodes.Status415UnsupportedMediaType => context.FailAsync(bad.StatusCode, "request.mediaType", "This address takes another Content-Type; most take application/json."),
        StatusCodes.Status400BadRequest => context.RefuseAsync(Unreadable(bad)),
        _ => context.FailAsync(bad.StatusCode, "request.unreadable", "The request cannot be read."),
    };

    private static Error Unreadable(BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json) return JsonFaults.Of(json);
        if (Parameter().Match(bad.Message) is { Success: true } parameter)
            return Error.Field(parameter.Groups[1].Value, "The value is missing or not of the kind that this parameter takes.", "request.unreadable", ErrorKind.Unreadable);
        return new Error("request.unreadable", "The request, or its body, is missing or cannot be read.", ErrorKind.Unreadable);
    }

    private static DbException? Database(Exception? exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is DbException database) return database;
        }

        return null;
    }

    [GeneratedRegex("""parameter "(?:\S+ )?(\w+)" (?:from "|was not provided from (?:query|route|header))""")]
    private static partial Regex Parameter();
}
