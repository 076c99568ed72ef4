using System.Text.Json;
using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Accounts;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>What the browser is asked to do. The challenge itself travels in a cookie of five minutes, beside it.</summary>
/// <param name="Options">For <c>PublicKeyCredential.parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
public sealed record PasskeyOptions(JsonElement Options);

/// <summary>A new passkey.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Credential">What <c>navigator.credentials.create</c> answered, by its <c>toJSON</c>.</param>
public sealed record AddPasskeyRequest(string Name, JsonElement Credential);

/// <summary>A sign-in by passkey.</summary>
/// <param name="Credential">What <c>navigator.credentials.get</c> answered, by its <c>toJSON</c>.</param>
/// <param name="Mode"><c>cookie</c> for browsers (the default) or <c>token</c> for programs.</param>
public sealed record PasskeyLoginRequest(JsonElement Credential, SessionKind Mode = SessionKind.Cookie);

internal sealed class PasskeyEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me/passkeys").WithTags("Account");
        me.MapGet("", List).WithName("listPasskeys");
        me.MapPost("/options", Begin).WithName("beginPasskey");
        me.MapPost("", Add).WithName("addPasskey");
        me.MapDelete("/{id}", Remove).WithName("removePasskey");
        var auth = api.MapGroup("/auth/passkey").WithTags("Auth");
        auth.MapPost("/options", BeginLogin).WithName("beginPasskeyLogin").AllowAnonymous();
        auth.MapPost("", Login).WithName("loginWithPasskey").AllowAnonymous();
    }

    private static async Task<Results<Ok<Page<PasskeyDto>>, ProblemHttpResult>> List(IMediator app, CancellationToken ct) =>
        (await app.Send(new ListPasskeysQuery(), ct)).ToOk();

    private static async Task<Results<Ok<PasskeyOptions>, ProblemHttpResult>> Begin(HttpContext context, IMediator app, CancellationToken ct) =>
        Asked(context, await app.Send(new BeginPasskeyCommand(), ct));

    private static async Task<Results<Created<PasskeyDto>, ProblemHttpResult>> Add(AddPasskeyRequest body, HttpContext context, IMediator app, CancellationToken ct) =>
        (await app.Send(new AddPasskeyCommand(body.Name, body.Credential, PasskeyCookie.Take(context)), ct)).ToCreated(p => $"/api/me/passkeys/{p.Id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(string id, IMediator app, CancellationToken ct) =>
        (await app.Send(new RemovePasskeyCommand(id), ct)).ToNoContent();

    private static async Task<Results<Ok<PasskeyOptions>, ProblemHttpResult>> BeginLogin(HttpContext context, GuessLimit limit, IMediator app, CancellationToken ct) =>
        limit.AskForPasskey(context) is { } tooMany ? Problems.From(tooMany) : Asked(context, await app.Send(new BeginPasskeyLoginCommand(), ct));

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> Login(PasskeyLoginRequest body, HttpContext context, GuessLimit limit, IMediator app, CancellationToken ct)
    {
        var opened = await limit.SignInByPasskeyAsync(context, () => app.Send(new LoginWithPasskeyCommand(body.Credential, body.Mode, PasskeyCookie.Take(context)), ct));
        return opened.Then<SignedIn>(session => SignedIn.Answer(context, session)).ToOk();
    }

    private static Results<Ok<PasskeyOptions>, ProblemHttpResult> Asked(HttpContext context, Result<PasskeyChallenge> begun)
    {
        if (begun.Succeeded) PasskeyCookie.Write(context, begun.Value);
        return begun.Then<PasskeyOptions>(challenge => new PasskeyOptions(challenge.Options)).ToOk();
    }
}
