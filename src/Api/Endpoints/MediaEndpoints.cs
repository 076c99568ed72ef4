using Director.Api.Errors;
using Director.Application.Assets;
using Director.Application.MediaFiles;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

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
        FileAnswers.Describe(group.MapGet("/media", Get).WithName("getMedia"));
        group.MapMethods("/media", [HttpMethods.Head], Get).ExcludeFromDescription();
        FileAnswers.Describe(group.MapGet("/thumbnail", Thumbnail).WithName("getThumbnail"));
        group.MapMethods("/thumbnail", [HttpMethods.Head], Thumbnail).ExcludeFromDescription();
    }

    /// <summary>The most bytes that a file may have.</summary>
    internal static long MaxBytes(IConfiguration configuration) => configuration.GetValue(LimitSetting, DefaultLimit);

    private static async Task<Results<Ok<AssetDto>, ProblemHttpResult>> Put(Guid id, HttpContext context, IConfiguration configuration, IMediator app, CancellationToken ct)
    {
        var limit = MaxBytes(configuration);
        if (context.Request.ContentLength > limit) return Problems.From(MediaErrors.TooLarge(limit));
        // The store counts for itself while the bytes arrive; one byte more lets it say so.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = limit + 1;
        return (await app.Send(new PutMediaCommand(id, context.Request.Body, limit, context.Request.IfMatch()), ct)).Tagged(context.Response).ToOk();
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(Guid id, HttpResponse response, IMediator app, CancellationToken ct, string? v = null) =>
        FileAnswers.Of(await app.Send(new GetMediaQuery(id), ct), "", v, response);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Thumbnail(Guid id, HttpResponse response, IMediator app, CancellationToken ct, int size = ThumbnailSizes.Default, string? v = null) =>
        FileAnswers.Of(await app.Send(new GetThumbnailQuery(id, size), ct), $"-{size}", v, response);
}
