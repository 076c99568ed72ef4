using Director.Api.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;

namespace Director.Api.Security;

/// <summary>Registers and orders what stands between the network and the endpoints.</summary>
internal static class SecurityRegistration
{
    internal static IServiceCollection AddDirectorSecurity(this IServiceCollection services)
    {
        services.AddDirectorJson();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<FaultHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AnonymousAnswers>();
        services.AddSingleton<AttemptLimit>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<PublicAddress>();
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>Outermost first. <see cref="RequestFacts"/>, what is served to anybody (the web app) and routing go before, endpoints after.</summary>
    internal static IApplicationBuilder UseDirectorSecurity(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        app.UseStatusCodePages(context => AnswerBareStatus(context));
        app.UseAuthentication();
        app.UseMiddleware<RefusalRecord>();
        app.UseAuthorization();
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<BodyLimit>();
        app.UseMiddleware<JsonCharset>();
        return app;
    }

    private static Task AnswerBareStatus(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => context.HttpContext.RefuseAsync(SecurityErrors.UnknownRoute),
        StatusCodes.Status405MethodNotAllowed => context.HttpContext.FailAsync(StatusCodes.Status405MethodNotAllowed, "route.method", "This address does not take this method."),
        StatusCodes.Status413PayloadTooLarge => context.HttpContext.RefuseAsync(SecurityErrors.TooLarge),
        StatusCodes.Status415UnsupportedMediaType => context.HttpContext.FailAsync(StatusCodes.Status415UnsupportedMediaType, "request.mediaType", "This address takes another Content-Type; most take application/json."),
        var status => context.HttpContext.FailAsync(status, $"http.{status}", "The request was refused."),
    };
}
