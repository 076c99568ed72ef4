using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Accounts;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Telegram;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>The caller's own account: no workspace is needed, and API keys are kept out of all but <c>getMe</c>.</summary>
internal sealed class MeEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", GetMeAsync).WithName("getMe").WithTags("Auth");
        var me = api.MapGroup("/me").WithTags("Account");
        me.MapPatch("", UpdateMeAsync).WithName("updateMe");
        me.MapPost("/password", ChangePasswordAsync).WithName("changePassword");
        me.MapGet("/sessions", ListSessionsAsync).WithName("listSessions");
        me.MapDelete("/sessions", RevokeOtherSessionsAsync).WithName("revokeOtherSessions");
        me.MapDelete("/sessions/{id:guid}", RevokeSessionAsync).WithName("revokeSession");
        me.MapGet("/totp", GetTotpAsync).WithName("getTotp");
        me.MapPost("/totp", BeginTotpAsync).WithName("beginTotp");
        me.MapPost("/totp/confirm", ConfirmTotpAsync).WithName("confirmTotp");
        me.MapDelete("/totp", RemoveTotpAsync).WithName("removeTotp");
        me.MapGet("/telegram", GetTelegramAsync).WithName("getTelegramLink");
        me.MapPost("/telegram", BeginTelegramAsync).WithName("beginTelegramLink");
        me.MapDelete("/telegram", RemoveTelegramAsync).WithName("removeTelegramLink");
        me.MapGet("/security-events", ListMySecurityEventsAsync).WithName("listMySecurityEvents");
    }

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> GetMeAsync(IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetMeQuery(), ct)).ToOk();

    private static async Task<Results<Ok<Person>, ProblemHttpResult>> UpdateMeAsync(UpdateMeCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(
        ChangePasswordCommand body, HttpContext context, GuessLimit limit, IMediator app, CancellationToken ct) =>
        (await limit.ConfirmAsync(context, () => app.Send(body, ct))).ToNoContent();

    private static async Task<Results<Ok<Page<SessionDto>>, ProblemHttpResult>> ListSessionsAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new ListSessionsQuery(), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeOtherSessionsAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new RevokeOtherSessionsCommand(), ct)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeSessionAsync(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new RevokeSessionCommand(id), ct)).ToNoContent();

    private static async Task<Results<Ok<TelegramLinkDto>, ProblemHttpResult>> GetTelegramAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new GetTelegramLinkQuery(), ct)).ToOk();

    private static async Task<Results<Ok<TelegramCodeDto>, ProblemHttpResult>> BeginTelegramAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new BeginTelegramLinkCommand(), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveTelegramAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new RemoveTelegramLinkCommand(), ct)).ToNoContent();

    private static async Task<Results<Ok<TotpState>, ProblemHttpResult>> GetTotpAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new GetTotpQuery(), ct)).ToOk();

    private static async Task<Results<Ok<TotpSeed>, ProblemHttpResult>> BeginTotpAsync(IMediator app, CancellationToken ct) =>
        (await app.Send(new BeginTotpCommand(), ct)).ToOk();

    private static async Task<Results<Ok<TotpConfirmed>, ProblemHttpResult>> ConfirmTotpAsync(
        ConfirmTotpCommand body, HttpContext context, GuessLimit limit, IMediator app, CancellationToken ct) =>
        (await limit.ConfirmAsync(context, () => app.Send(body, ct))).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveTotpAsync(
        [FromBody] RemoveTotpCommand body, HttpContext context, GuessLimit limit, IMediator app, CancellationToken ct) =>
        (await limit.ConfirmAsync(context, () => app.Send(body, ct))).ToNoContent();

    private static async Task<Results<Ok<Page<SecurityEventDto>>, ProblemHttpResult>> ListMySecurityEventsAsync(
        IMediator app, CancellationToken ct, string? cursor = null, int limit = 50) => (await app.Send(new ListMySecurityEventsQuery(cursor, limit), ct)).ToOk();
}
