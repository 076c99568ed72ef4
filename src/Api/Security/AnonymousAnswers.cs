using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Director.Api.Security;

/// <summary>Below <c>/api</c> an anonymous caller learns nothing, not even which addresses exist. Elsewhere an unknown address is a 404 for everybody.</summary>
internal sealed class AnonymousAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.GetEndpoint() is null && !context.Request.Path.StartsWithSegments("/api") ? next(context) : usual.HandleAsync(next, context, policy, authorizeResult);
}
