using Director.Api.Errors;
using Director.Application.MediaFiles.Work;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>What is made of clips and sounds in the background.</summary>
internal sealed class MadeMediaEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/assets/{id:guid}").WithTags("Media");
        group.MapGet("/media-work", Work).WithName("getMediaWork");
        FileAnswers.Describe(group.MapGet("/proxy", Proxy).WithName("getProxy"));
        group.MapMethods("/proxy", [HttpMethods.Head], Proxy).ExcludeFromDescription();
        FileAnswers.Describe(group.MapGet("/contact-sheet", Sheet).WithName("getContactSheet"));
        group.MapGet("/waveform", Waveform).WithName("getWaveform").Produces<WaveformDto>().Produces(StatusCodes.Status304NotModified);
    }

    private static async Task<Results<Ok<MediaWorkDto>, ProblemHttpResult>> Work(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new GetMediaWorkQuery(id), ct)).ToOk();

    private static async Task<Results<FileStreamHttpResult, Accepted<MediaWorkDto>, ProblemHttpResult>> Proxy(Guid id, HttpResponse response, IMediator app, CancellationToken ct, string? v = null) =>
        FileAnswers.Of(await app.Send(new GetProxyQuery(id), ct), "-proxy", v, response);

    private static async Task<Results<FileStreamHttpResult, Accepted<MediaWorkDto>, ProblemHttpResult>> Sheet(Guid id, HttpResponse response, IMediator app, CancellationToken ct, string? v = null) =>
        FileAnswers.Of(await app.Send(new GetContactSheetQuery(id), ct), "-sheet", v, response);

    private static async Task<Results<FileStreamHttpResult, Accepted<MediaWorkDto>, ProblemHttpResult>> Waveform(Guid id, HttpResponse response, IMediator app, CancellationToken ct, string? v = null) =>
        FileAnswers.Of(await app.Send(new GetWaveformQuery(id), ct), "-waveform", v, response);
}
