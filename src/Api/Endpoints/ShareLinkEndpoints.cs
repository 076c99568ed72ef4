using System.Text.Json;
using Director.Api.Errors;
using Director.Api.Hosting;
using Director.Application.Common.Paging;
using Director.Application.Sharing;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Links by which guests look.</summary>
internal sealed class ShareLinkEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/share-links").WithTags("Sharing");
        group.MapGet("", List).WithName("listShareLinks");
        group.MapPost("", Create).WithName("createShareLink");
        group.MapPatch("/{id:guid}", Update).WithName("updateShareLink").Accepts<ShareLinkPatch>("application/merge-patch+json", "application/json");
        group.MapDelete("/{id:guid}", Revoke).WithName("revokeShareLink");
        group.MapGet("/{id:guid}/visits", Visits).WithName("listShareLinkVisits");
    }

    private static async Task<Results<Ok<Page<ShareLinkDto>>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, Guid? filmId = null, string? cursor = null, int limit = 50) =>
        (await app.Send(new ListShareLinksQuery(filmId, cursor, limit), ct)).ToOk();

    private static async Task<Results<Created<CreatedShareLinkDto>, ProblemHttpResult>> Create(
        NewShareLink body, IMediator app, PublicAddress address, HttpRequest request, CancellationToken ct) =>
        (await app.Send(new CreateShareLinkCommand(body, address.Of(request)), ct)).ToCreated(l => $"/api/share-links/{l.Link.Id}");

    private static async Task<Results<Ok<ShareLinkDto>, ProblemHttpResult>> Update(
        Guid id, [FromBody] JsonElement patch, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct)
    {
        Result<ShareLinkDto> updated = await app.Send(new UpdateShareLinkCommand(id, patch, request.IfMatch()), ct);
        if (updated.Succeeded) response.SetETag(updated.Value.Version);
        return updated.ToOk();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new RevokeShareLinkCommand(id), ct)).ToNoContent();

    private static async Task<Results<Ok<Page<ShareVisitDto>>, ProblemHttpResult>> Visits(Guid id, IMediator app, CancellationToken ct, string? cursor = null, int limit = 50) =>
        (await app.Send(new ListShareLinkVisitsQuery(id, cursor, limit), ct)).ToOk();
}
