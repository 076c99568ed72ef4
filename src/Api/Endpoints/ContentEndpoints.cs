using Director.Api.Errors;
using Director.Application.Common.Paging;
using Director.Application.Content;
using Director.Application.MediaFiles;
using Director.Domain.Content;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Texts taken in: pages, files and what films are made of.</summary>
internal sealed class ContentEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/content").WithTags("Content");
        group.MapPost("/from-url", FromUrl).WithName("takeInContent");
        group.MapPost("/upload", Upload).WithName("uploadContent").Accepts<byte[]>("application/octet-stream", "application/pdf", "text/plain", "application/xml");
        group.MapGet("", List).WithName("listContent");
        group.MapGet("/{id:guid}", Get).WithName("getContent");
        group.MapGet("/{id:guid}/text", Text).WithName("getContentText");
        group.MapPost("/{id:guid}/retry", Retry).WithName("retryContent");
        group.MapPost("/{id:guid}/cancel", Cancel).WithName("cancelContent");
        group.MapDelete("/{id:guid}", Delete).WithName("deleteContent");
        group.MapPost("/{id:guid}/film", MakeFilm).WithName("makeFilmOfContent");
    }

    private static async Task<Results<Accepted<ContentDto>, ProblemHttpResult>> FromUrl(TakeInContentCommand body, IMediator app, CancellationToken ct) => Accepted(await app.Send(body, ct));

    private static async Task<Results<Accepted<ContentDto>, ProblemHttpResult>> Upload(
        HttpContext context, IContentRules rules, IMediator app, string fileName, CancellationToken ct, bool force = false, [FromQuery] string[]? tag = null, string? language = null)
    {
        if (context.Request.ContentLength > rules.MaxBytes) return Problems.From(MediaErrors.TooLarge(rules.MaxBytes));
        // The store counts for itself while the bytes arrive; one byte more lets it say so.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = rules.MaxBytes + 1L;
        return Accepted(await app.Send(new UploadContentCommand(context.Request.Body, fileName, force, tag, language), ct));
    }

    private static async Task<Results<Ok<Page<ContentDto>>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, ExtractionStatus? status = null, SourceKind? sourceKind = null, string? language = null, string? tag = null, string? q = null,
        string? cursor = null, int limit = 50) =>
        (await app.Send(new ListContentQuery(new ContentFilter(status, sourceKind, language, tag, q, cursor, limit)), ct)).ToOk();

    private static async Task<Results<Ok<ContentDto>, ProblemHttpResult>> Get(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetContentQuery(id), ct)).ToOk();

    private static async Task<Results<Ok<ContentTextDto>, ProblemHttpResult>> Text(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetContentTextQuery(id), ct)).ToOk();

    private static async Task<Results<Accepted<ContentDto>, ProblemHttpResult>> Retry(Guid id, IMediator app, CancellationToken ct) =>
        Accepted(await app.Send(new RetryContentCommand(id), ct));

    private static async Task<Results<Ok<ContentDto>, ProblemHttpResult>> Cancel(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new CancelContentCommand(id), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new DeleteContentCommand(id), ct)).ToNoContent();

    private static async Task<Results<Created<ContentFilmDto>, ProblemHttpResult>> MakeFilm(Guid id, IMediator app, CancellationToken ct, MakeFilmBody? body = null) =>
        (await app.Send(new MakeFilmOfContentCommand(id, body?.Title, body?.FrameRate, body?.AspectRatio), ct)).ToCreated(f => $"/api/films/{f.Film.Id}/structure");

    private static Results<Accepted<ContentDto>, ProblemHttpResult> Accepted(Domain.Common.Result<ContentDto> result) =>
        result.ToAccepted(result.Succeeded ? $"/api/content/{result.Value.Id}" : null);
}

/// <summary>How the film is to be; what is not said is taken from the text and the workspace.</summary>
/// <param name="Title">The film's title; null: the text's.</param>
/// <param name="FrameRate">Pictures a second: <c>24</c>, <c>24000/1001</c>; null: the workspace's.</param>
/// <param name="AspectRatio">Width to height: <c>16:9</c>; null: the workspace's.</param>
internal sealed record MakeFilmBody(string? Title = null, string? FrameRate = null, string? AspectRatio = null);
