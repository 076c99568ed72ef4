using Director.Api.Errors;
using Director.Api.Hosting;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Application.Workspaces.Invitations;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Asking people in, and coming in.</summary>
internal sealed class InvitationEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var inside = api.MapGroup("/workspaces/{workspaceId:guid}/invitations").WithTags("Invitations");
        inside.MapGet("", List).WithName("listInvitations");
        inside.MapPost("", Create).WithName("createInvitation");
        inside.MapDelete("/{invitationId:guid}", Delete).WithName("deleteInvitation");

        var outside = api.MapGroup("/invitations/{token}").WithTags("Invitations").AllowAnonymous();
        outside.MapGet("", Get).WithName("getInvitation");
        outside.MapPost("/accept", Accept).WithName("acceptInvitation");
    }

    private static async Task<Results<Ok<Page<InvitationDto>>, ProblemHttpResult>> List(Guid workspaceId, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListInvitationsQuery(), ct)).ToOk();

    private static async Task<Results<Created<CreatedInvitationDto>, ProblemHttpResult>> Create(
        Guid workspaceId, CreateInvitationBody body, IMediator app, PublicAddress address, HttpRequest request, CancellationToken ct) =>
        (await app.Send(new CreateInvitationCommand(body.Role, body.Email, body.ExpiresInDays, address.Of(request)), ct))
            .ToCreated(i => $"/api/workspaces/{workspaceId}/invitations/{i.Invitation.Id}");

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid workspaceId, Guid invitationId, IMediator app, CancellationToken ct) =>
        (await app.Send(new DeleteInvitationCommand(invitationId), ct)).ToNoContent();

    private static async Task<Results<Ok<OfferedInvitationDto>, ProblemHttpResult>> Get(string token, IMediator app, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return (await app.Send(new GetInvitationQuery(token), ct)).ToOk();
    }

    private static async Task<Results<Ok<JoinedWorkspace>, ProblemHttpResult>> Accept(string token, AcceptInvitationBody? body, HttpContext context, IMediator app, CancellationToken ct)
    {
        var person = context.User.Identity?.IsAuthenticated == true ? null
            : body is { Name: { } name, Email: { } email, Password: { } password } ? new NewPerson(name, email, password, body.Mode) : null;
        var joined = await app.Send(new AcceptInvitationCommand(token, person), ct);
        return joined.Then<JoinedWorkspace>(j => new JoinedWorkspace(j.WorkspaceId, j.Slug, j.Name, j.Role, j.Session is { } session ? SignedIn.Answer(context, session) : null)).ToOk();
    }
}

/// <summary>Somebody who is to be asked in.</summary>
/// <param name="Role">owner, producer, director, artist, reviewer or viewer.</param>
/// <param name="Email">Whom the invitation is made out to; absent: whoever has the link.</param>
/// <param name="ExpiresInDays">How long it is good for, 1 to 90; absent: 7.</param>
internal sealed record CreateInvitationBody(string Role, string? Email = null, int? ExpiresInDays = null);

/// <summary>Somebody who has no account yet; nothing of it is needed by who is signed in.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">What they will sign in with.</param>
/// <param name="Password">12 to 128 characters of any kind, none of the common ones.</param>
/// <param name="Mode"><c>cookie</c> for browsers (the default) or <c>token</c> for programs.</param>
internal sealed record AcceptInvitationBody(string? Name = null, string? Email = null, string? Password = null, SessionKind Mode = SessionKind.Cookie);

/// <summary>A workspace that somebody has just joined.</summary>
/// <param name="WorkspaceId">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The new member's role.</param>
/// <param name="SignedIn">A new person's sign-in; null for who was signed in.</param>
internal sealed record JoinedWorkspace(Guid WorkspaceId, string Slug, string Name, string Role, SignedIn? SignedIn);
