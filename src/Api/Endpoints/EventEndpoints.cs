using Director.Api.Errors;
using Director.Api.Events;
using Director.Application.Common.Paging;
using Director.Application.Events;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>What happened: by asking, and live.</summary>
internal sealed class EventEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/events").WithTags("Events");
        group.MapGet("", List).WithName("listEvents");
        group.MapGet("/export", Export).WithName("exportEvents").Produces(StatusCodes.Status200OK, null, "text/csv", "application/jsonl");
        group.MapGet("/stream", EventStream.ServeAsync).WithName("streamEvents").WithSummary("The record as it grows: server-sent events, resumed by Last-Event-ID.").Produces<string>(StatusCodes.Status200OK, EventStream.ContentType);
    }

    private static async Task<Results<Ok<Page<EventDto>>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, string? after = null, Guid? rootId = null, Guid? subjectId = null, int limit = 100) =>
        (await app.Send(new ListEventsQuery(after, rootId, subjectId, limit), ct)).ToOk();

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Export(IMediator app, CancellationToken ct, string format = "csv")
    {
        var export = await app.Send(new ExportEventsQuery(format), ct);
        return export.Error is { } refused ? Problems.From(refused) : TypedResults.Stream(to => export.Value.WriteAsync(to, ct), export.Value.ContentType, export.Value.FileName);
    }
}
