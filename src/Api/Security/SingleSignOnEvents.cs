using Director.Api.Hosting;
using Director.Application.Accounts;
using Director.Domain.Common;
using Director.Infrastructure.Configuration;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Director.Api.Security;

/// <summary>Between the provider's protocol and our sign-in. Whatever goes wrong, the browser ends at the sign-in page, which says what.</summary>
internal sealed class SingleSignOnEvents(DirectorSettings settings, PublicAddress address, IMediator app, ILogger<SingleSignOnEvents> logger) : OpenIdConnectEvents
{
    /// <summary>The query of the sign-in page that says what was wrong.</summary>
    private const string SignInPage = "/login?sso=";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = address.Of(context.Request) + SingleSignOn.CallbackPath;
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var identity = SingleSignOn.Read(context.Principal!, settings.SingleSignOn!);
        var opened = await app.Send(new LoginWithProviderCommand(identity), context.HttpContext.RequestAborted);
        if (opened.Error is { } refused)
        {
            SendBack(context.HttpContext, refused);
            return;
        }

        SessionCookie.Write(context.HttpContext, opened.Value);
        context.Response.Redirect(context.ReturnUri ?? $"{context.Request.PathBase}/");
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var refused = context.Failure is { } failure && IsOutage(failure, context.HttpContext) ? SingleSignOnErrors.Unavailable : SingleSignOnErrors.Refused;
        Note(logger, refused, context.Failure);
        SendBack(context.HttpContext, refused);
        return Task.CompletedTask;
    }

    /// <summary>Sends the browser to the sign-in page.</summary>
    internal static void SendBack(HttpContext context, Error refused) =>
        context.Response.Redirect($"{context.Request.PathBase}{SignInPage}{Uri.EscapeDataString(refused.Code)}");

    /// <summary>Whether it is the provider that is not there, rather than the person whom it does not let in.</summary>
    internal static bool IsOutage(Exception failure, HttpContext context) => failure switch
    {
        HttpRequestException or IOException or TimeoutException => true,
        TaskCanceledException => !context.RequestAborted.IsCancellationRequested,
        // How the discovery document's absence is told; the reason is inside.
        InvalidOperationException { InnerException: { } inner } => IsOutage(inner, context),
        InvalidOperationException { Message: { } message } => message.StartsWith("IDX20803", StringComparison.Ordinal),
        AuthenticationFailureException { InnerException: { } inner } => IsOutage(inner, context),
        _ => false,
    };

    /// <summary>The kind of the failure and the provider's own code: what else it says may hold what is nobody's to read.</summary>
    internal static void Note(ILogger logger, Error refused, Exception? failure) => logger.LogWarning(
        "A sign-in through the provider ended with {Code:l} ({Failure:l} {ProviderCode:l})", refused.Code, failure?.GetType().Name ?? "no reason",
        failure is OpenIdConnectProtocolException && failure.Data["error"] is string code ? code : "");
}
