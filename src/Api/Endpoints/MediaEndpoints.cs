using Director.Api.Errors;
using Director.Application.Assets;
using Director.Application.MediaFiles;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Director.Api.Endpoints;

/// <summary>The bytes of assets. They are somebody's upload or a provider's answer: sent under their measured type, never sniffed, never run.</summary>
internal sealed class MediaEndpoints : IEndpointGroup
{
    private const string LimitSetting = "Media:MaxBytes";
    private const long DefaultLimit = 2L * 1024 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/assets/{id:guid}").WithTags("Media");
        group.MapPut("/media", Put).WithName("putMedia").Accepts<Stream>("application/octet-stream", "*/*");
        ProducesFile(group.MapGet("/media", Get).WithName("getMedia"));
        group.MapMethods("/media", [HttpMethods.Head], Get).ExcludeFromDescription();
        ProducesFile(group.MapGet("/thumbnail", Thumbnail).WithName("getThumbnail"));
        group.MapMethods("/thumbnail", [HttpMethods.Head], Thumbnail).ExcludeFromDescription();
    }

    private static void ProducesFile(RouteHandlerBuilder route) => route
        .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").Produces<Stream>(StatusCodes.Status206PartialContent, "application/octet-stream")
        .Produces(StatusCodes.Status304NotModified).Produces(StatusCodes.Status416RangeNotSatisfiable);

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Put(Guid id, HttpContext context, IConfiguration configuration, IMediator app, CancellationToken ct)
    {
        var limit = configuration.GetValue(LimitSetting, DefaultLimit);
        if (context.Request.ContentLength > limit) return Problems.From(MediaErrors.TooLarge(limit));
        // The store counts for itself while the bytes arrive; one byte more lets it say so.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = limit + 1;
        return (await app.Send(new PutMediaCommand(id, context.Request.Body, limit, context.Request.IfMatch()), ct)).Tagged(context.Response).ToOk();
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(Guid id, HttpResponse response, IMediator app, CancellationToken ct, string? v = null) =>
        Send(await app.Send(new GetMediaQuery(id), ct), "", v, response);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Thumbnail(Guid id, HttpResponse response, IMediator app, CancellationToken ct, int size = ThumbnailSizes.Default, string? v = null) =>
        Send(await app.Send(new GetThumbnailQuery(id, size), ct), $"-{size}", v, response);

    private static Results<FileStreamHttpResult, ProblemHttpResult> Send(Domain.Common.Result<MediaFile> found, string variant, string? version, HttpResponse response)
    {
        if (found.Error is { } refused) return Problems.From(refused);
        var file = found.Value;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What a fixed address shows may be another file tomorrow; an address that names the hash never does.
        response.Headers.CacheControl = version == file.Sha256 ? "private, max-age=31536000, immutable" : "private, no-cache";
        var shown = file.ContentType is "application/pdf" or "text/plain" ? "attachment" : "inline";
        response.Headers.ContentDisposition = shown;
        var type = file.ContentType == "text/plain" ? "text/plain; charset=utf-8" : file.ContentType;
        return TypedResults.Stream(file.Content, type, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}{variant}\""), enableRangeProcessing: true);
    }
}
