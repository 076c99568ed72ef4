using Director.Domain.Common;

namespace Director.Api.Security;

/// <summary>Refusals of a request before it reaches a use case.</summary>
internal static class SecurityErrors
{
    internal static readonly Error ForeignOrigin = new("auth.foreignOrigin", "This request came from another site's page and was refused.", ErrorKind.Forbidden);
    internal static readonly Error NotAllowed = new("auth.forbidden", "You may not do this.", ErrorKind.Forbidden);
    internal static readonly Error TooManyTries = new("auth.tooManyTries", "Too many wrong tries. Wait a little and try again.", ErrorKind.TooMany);
    internal static readonly Error TooMany = new("request.tooMany", "Too many requests. Wait a little and try again.", ErrorKind.TooMany);
    internal static readonly Error Nul = new("request.nul", "The address contains a NUL character.", ErrorKind.Unreadable);
    internal static readonly Error NulInText = new("input.nul", "A text contains a NUL character.", ErrorKind.Unreadable);
    internal static readonly Error IdempotencyKey = Error.Field("Idempotency-Key",
        $"An Idempotency-Key has 1 to {CallerMiddleware.LongestIdempotencyKey} visible ASCII characters.", "request.idempotencyKey", ErrorKind.Unreadable);
    internal static readonly Error TooLarge = new("request.tooLarge", $"The body is larger than the {BodyLimit.Json / 1024 / 1024} MB that JSON may have.", ErrorKind.TooLarge);
    internal static readonly Error UnknownRoute = new("route.unknown", "There is nothing at this address.", ErrorKind.NotFound);
    internal static readonly Error Unavailable = new("server.unavailable", "The database does not answer at the moment. Try again shortly.", ErrorKind.Unavailable);
}
