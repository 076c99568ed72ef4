using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Application.Notes;
using Director.Application.Sharing.Guests;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Director.Api.Endpoints;

/// <summary>
/// What guests of a share link see. Nobody has to be signed in; what lets a guest in is good at these addresses alone, and what lets
/// members in is worth nothing here.
/// </summary>
internal sealed class GuestEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var door = api.MapGroup("/r/{token}").WithTags("Guests").AllowAnonymous().AddEndpointFilter(Uncached);
        door.MapGet("", Open).WithName("openShare");
        door.MapPost("/enter", Enter).WithName("enterShare");

        var inside = api.MapGroup("/r/{token}").WithTags("Guests").AllowAnonymous().AddEndpointFilter(Uncached).AddEndpointFilter(LetIn);
        inside.MapGet("/content", Content).WithName("getSharedContent");
        ProducesFile(inside.MapGet("/media/{assetId:guid}", Media).WithName("getSharedMedia"));
        ProducesFile(inside.MapGet("/media/{assetId:guid}/thumbnail", Thumbnail).WithName("getSharedThumbnail"));
        inside.MapPost("/takes/{id:guid}/notes", WriteNote).WithName("createSharedNote");
        inside.MapPost("/takes/{id:guid}/circle", Circle).WithName("circleSharedTake");
        inside.MapPost("/takes/{id:guid}/select", Select).WithName("selectSharedTake");
    }

    private static void ProducesFile(RouteHandlerBuilder route) => route
        .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").Produces<Stream>(StatusCodes.Status206PartialContent, "application/octet-stream")
        .Produces(StatusCodes.Status304NotModified).Produces(StatusCodes.Status416RangeNotSatisfiable);

    /// <summary>A browser asks again each time, so that a link that was revoked shows nothing more.</summary>
    private static ValueTask<object?> Uncached(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        call.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return next(call);
    }

    private static async ValueTask<object?> LetIn(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        var gate = context.RequestServices.GetRequiredService<IGuestGate>();
        Error? refused = null;
        foreach (var ticket in GuestCookie.Read(context.Request).Append(null))
        {
            refused = await gate.ComeInAsync((string)context.Request.RouteValues["token"]!, ticket, context.RequestAborted);
            if (refused is not { Kind: ErrorKind.Unauthenticated }) break;
        }

        return refused is null ? await next(call) : Problems.From(refused);
    }

    private static async Task<Results<Ok<ShareDoorDto>, ProblemHttpResult>> Open(string token, HttpContext context, IMediator app, CancellationToken ct)
    {
        foreach (var ticket in GuestCookie.Read(context.Request))
        {
            Result<ShareDoorDto> opened = await app.Send(new OpenShareQuery(token, ticket), ct);
            if (opened.Error is not null || opened.Value.GuestName is not null) return opened.ToOk();
        }

        return (await app.Send(new OpenShareQuery(token, null), ct)).ToOk();
    }

    private static async Task<Results<Ok<EnteredAnswer>, ProblemHttpResult>> Enter(string token, EnterShareBody body, HttpContext context, GuessLimit limit, IMediator app, CancellationToken ct)
    {
        var entered = await limit.EnterAsync(context, token, () => app.Send(new EnterShareCommand(token, body.GuestName, body.Passphrase), ct));
        if (entered.Succeeded) GuestCookie.Write(context, entered.Value.Ticket);
        return entered.Then<EnteredAnswer>(e => new EnteredAnswer(e.GuestId, e.GuestName, e.Ticket.Ticket, e.Ticket.ExpiresAt)).ToOk();
    }

    private static async Task<Results<Ok<SharedContentDto>, ProblemHttpResult>> Content(string token, HttpRequest request, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetSharedContentQuery($"{request.PathBase}/api/r/{token}"), ct)).ToOk();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Media(string token, Guid assetId, HttpRequest request, HttpResponse response, IMediator app, CancellationToken ct)
    {
        // A player that goes on reading a file has begun to look already.
        var goesOn = request.Headers.Range is [{ } range, ..] && !range.StartsWith("bytes=0-", StringComparison.OrdinalIgnoreCase);
        return Send(await app.Send(new GetSharedMediaQuery(assetId, !goesOn), ct), response);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Thumbnail(
        string token, Guid assetId, HttpResponse response, IMediator app, CancellationToken ct, int size = ThumbnailSizes.Default) =>
        Send(await app.Send(new GetSharedThumbnailQuery(assetId, size), ct), response);

    private static Results<FileStreamHttpResult, ProblemHttpResult> Send(Result<SharedFile> found, HttpResponse response)
    {
        if (found.Error is { } refused) return Problems.From(refused);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.ContentDisposition = "inline";
        return TypedResults.Stream(found.Value.Content, found.Value.ContentType, entityTag: new EntityTagHeaderValue($"\"{found.Value.Tag}\""), enableRangeProcessing: true);
    }

    private static async Task<Results<Created<NoteDto>, ProblemHttpResult>> WriteNote(string token, Guid id, NewNote body, IMediator app, CancellationToken ct) =>
        (await app.Send(new CreateSharedNoteCommand(id, body), ct)).ToCreated(_ => $"/api/r/{token}/content");

    private static async Task<Results<Ok<SharedMarkDto>, ProblemHttpResult>> Circle(string token, Guid id, CircleBody body, IMediator app, CancellationToken ct) =>
        (await app.Send(new CircleSharedTakeCommand(id, body.Circled), ct)).ToOk();

    private static async Task<Results<Ok<SharedMarkDto>, ProblemHttpResult>> Select(string token, Guid id, SelectBody? body, IMediator app, CancellationToken ct) =>
        (await app.Send(new SelectSharedTakeCommand(id, body?.Reason), ct)).ToOk();
}

/// <summary>Somebody who comes in.</summary>
/// <param name="GuestName">Their name, at most 80 characters.</param>
/// <param name="Passphrase">The link's passphrase, when it has one.</param>
internal sealed record EnterShareBody(string GuestName, string? Passphrase = null);

/// <summary>Somebody who has come in. A browser has its cookie; a program sends the ticket as <c>Authorization: Bearer …</c>.</summary>
/// <param name="GuestId">Their id.</param>
/// <param name="GuestName">Their name.</param>
/// <param name="Ticket">What lets them in from now on.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record EnteredAnswer(Guid GuestId, string GuestName, string Ticket, DateTimeOffset ExpiresAt);

/// <summary>A circle.</summary>
/// <param name="Circled">Whether the take is a keeper.</param>
internal sealed record CircleBody(bool Circled);

/// <summary>Why a take was chosen.</summary>
/// <param name="Reason">In the guest's words.</param>
internal sealed record SelectBody(string? Reason = null);
