using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Accounts;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Who signs in, and how.</summary>
/// <param name="Email">In any case.</param>
/// <param name="Password">As it was set.</param>
/// <param name="Mode"><c>cookie</c> for browsers (the default) or <c>token</c> for programs.</param>
/// <param name="Code">The one-time code, once it was asked for by <c>auth.secondFactor</c>.</param>
/// <param name="RecoveryCode">A recovery code instead of it.</param>
public sealed record LoginRequest(string Email, string Password, SessionKind Mode = SessionKind.Cookie, string? Code = null, string? RecoveryCode = null);

/// <summary>Which sign-in to renew.</summary>
/// <param name="RefreshToken">The latest refresh token; absent for a browser, whose cookie says it.</param>
public sealed record RefreshRequest(string? RefreshToken = null);

/// <summary>Whose password was forgotten.</summary>
/// <param name="Email">In any case.</param>
public sealed record ForgotPasswordRequest(string Email);

internal sealed class AuthEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Auth");
        auth.MapPost("/login", LoginAsync).WithName("login").AllowAnonymous();
        auth.MapPost("/refresh", RefreshAsync).WithName("refresh").AllowAnonymous();
        auth.MapPost("/forgot", ForgotAsync).WithName("requestPasswordReset").AllowAnonymous();
        auth.MapPost("/reset", ResetAsync).WithName("resetPassword").AllowAnonymous();
        auth.MapPost("/logout", LogoutAsync).WithName("logout");
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> LoginAsync(
        LoginRequest body, HttpContext context, GuessLimit limit, IMediator mediator, CancellationToken ct)
    {
        var opened = await limit.SignInAsync(context, body.Email, () => mediator.Send(new LoginCommand(body.Email, body.Password, body.Mode, new SecondFactor(body.Code, body.RecoveryCode)), ct));
        return opened.Then<SignedIn>(session => SignedIn.Answer(context, session)).ToOk();
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest? body, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(new RefreshCommand(body?.RefreshToken), ct);
        return opened.Then<SignedIn>(session => SignedIn.Answer(context, session)).ToOk();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ForgotAsync(
        ForgotPasswordRequest body, HttpContext context, GuessLimit limit, IMediator mediator, CancellationToken ct)
    {
        if (limit.Ask(context, body.Email) is { } tooMany) return Problems.From(tooMany);
        var asked = await mediator.Send(new RequestPasswordResetCommand(body.Email), ct);
        return asked.Error is { } refused ? Problems.From(refused) : TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(
        ResetPasswordCommand body, HttpContext context, GuessLimit limit, IMediator mediator, CancellationToken ct) =>
        (await limit.ResetAsync(context, () => mediator.Send(body, ct))).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> LogoutAsync(HttpContext context, IMediator mediator, CancellationToken ct)
    {
        SessionCookie.Clear(context);
        return (await mediator.Send(new LogoutCommand(), ct)).ToNoContent();
    }
}
