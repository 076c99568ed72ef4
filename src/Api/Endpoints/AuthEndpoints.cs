using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Who signs in, and how.</summary>
/// <param name="Email">In any case.</param>
/// <param name="Password">As it was set.</param>
/// <param name="Mode"><c>cookie</c> for browsers (the default) or <c>token</c> for programs.</param>
public sealed record LoginRequest(string Email, string Password, SessionKind Mode = SessionKind.Cookie);

/// <summary>Which sign-in to renew.</summary>
/// <param name="RefreshToken">The latest refresh token; absent for a browser, whose cookie says it.</param>
public sealed record RefreshRequest(string? RefreshToken = null);

internal sealed class AuthEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Auth");
        auth.MapPost("/login", LoginAsync).WithName("login").AllowAnonymous();
        auth.MapPost("/refresh", RefreshAsync).WithName("refresh").AllowAnonymous();
        auth.MapPost("/logout", LogoutAsync).WithName("logout");
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> LoginAsync(
        LoginRequest body, HttpContext context, GuessLimit limit, IMediator mediator, CancellationToken ct)
    {
        var opened = await limit.SignInAsync(context, body.Email, () => mediator.Send(new LoginCommand(body.Email, body.Password, body.Mode), ct));
        return opened.Then<SignedIn>(session => SignedIn.Answer(context, session)).ToOk();
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest? body, HttpContext context, IMediator mediator, CancellationToken ct)
    {
        var opened = await mediator.Send(new RefreshCommand(body?.RefreshToken), ct);
        return opened.Then<SignedIn>(session => SignedIn.Answer(context, session)).ToOk();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> LogoutAsync(HttpContext context, IMediator mediator, CancellationToken ct)
    {
        SessionCookie.Clear(context);
        return (await mediator.Send(new LogoutCommand(), ct)).ToNoContent();
    }
}
