using Director.Api.Errors;
using Director.Api.Events;
using Director.Application.Common.Paging;
using Director.Application.Events;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

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

    private static async Task<Results<Ok<Page<EventDto>>, ProblemHttpResult>> List([AsParameters] EventListParameters query, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListEventsQuery(query.Filter()), ct)).ToOk();

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Export(IMediator app, CancellationToken ct, string format = "csv")
    {
        var export = await app.Send(new ExportEventsQuery(format), ct);
        return export.Error is { } refused ? Problems.From(refused) : TypedResults.Stream(to => export.Value.WriteAsync(to, ct), export.Value.ContentType, export.Value.FileName);
    }
}

/// <summary>How the log is asked for.</summary>
internal sealed class EventListParameters
{
    [FromQuery(Name = "order")] public EventOrder? Order { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
    [FromQuery(Name = "before")] public string? Before { get; init; }
    [FromQuery(Name = "kind")] public string[]? Kind { get; init; }
    [FromQuery(Name = "actor")] public Guid? Actor { get; init; }
    [FromQuery(Name = "rootId")] public Guid? RootId { get; init; }
    [FromQuery(Name = "subjectId")] public Guid? SubjectId { get; init; }
    [FromQuery(Name = "from")] public DateTimeOffset? From { get; init; }
    [FromQuery(Name = "to")] public DateTimeOffset? To { get; init; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }

    internal EventFilter Filter() => new()
    {
        Order = Order ?? EventOrder.Oldest,
        After = After,
        Before = Before,
        Kinds = Kind ?? [],
        Actor = Actor,
        RootId = RootId,
        SubjectId = SubjectId,
        From = From,
        To = To,
        Cursor = Cursor,
        Limit = Limit ?? 100,
    };
}
