using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Events;

/// <summary>The log: oldest first from a place on, as a follower reads it, or newest first, as people do.</summary>
[Requires(Permission.Look)]
public sealed record ListEventsQuery(EventFilter Filter) : IQuery<Page<EventDto>>;

/// <summary>Which way a listing of events goes.</summary>
public enum EventOrder
{
    /// <summary>As they happened.</summary>
    Oldest,

    /// <summary>The last first.</summary>
    Newest,
}

/// <summary>How the log is asked for.</summary>
public sealed record EventFilter
{
    /// <summary>Only after this event.</summary>
    public string? After { get; init; }
    /// <summary>Only before this event.</summary>
    public string? Before { get; init; }
    /// <summary>The <c>next</c> of the page before.</summary>
    public string? Cursor { get; init; }
    /// <summary>Which way.</summary>
    public EventOrder Order { get; init; }
    /// <summary>Only these operations; empty: all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
    /// <summary>Only what this person did, or had done for them.</summary>
    public Guid? Actor { get; init; }
    /// <summary>Only what belongs to this film.</summary>
    public Guid? RootId { get; init; }
    /// <summary>Only what happened to this one.</summary>
    public Guid? SubjectId { get; init; }
    /// <summary>Not earlier than this moment.</summary>
    public DateTimeOffset? From { get; init; }
    /// <summary>Earlier than this moment.</summary>
    public DateTimeOffset? To { get; init; }
    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 100;
}

internal sealed class ListEventsValidator : AbstractValidator<ListEventsQuery>
{
    /// <summary>Operations that are asked for at once.</summary>
    internal const int MostKinds = 50;

    public ListEventsValidator()
    {
        RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleFor(q => q.Filter.Kinds).Must(k => k.Count <= MostKinds && k.All(n => !n.Contains('\0', StringComparison.Ordinal))).OverridePropertyName("kind")
            .WithMessage($"kind is the name of an operation; at most {MostKinds} in one request.");
    }
}

internal sealed class ListEventsHandler(IEventReader reader) : IRequestHandler<ListEventsQuery, Result<Page<EventDto>>>
{
    public async Task<Result<Page<EventDto>>> Handle(ListEventsQuery request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        var newest = filter.Order is EventOrder.Newest;
        foreach (var (field, id) in (ReadOnlySpan<(string, string?)>)[("after", filter.After), ("before", filter.Before), ("cursor", filter.Cursor)])
        {
            if (!string.IsNullOrEmpty(id) && !EventPlace.TryParse(id, out _)) return Error.Field(field, $"{field} is the id of an event.", "input.cursor", ErrorKind.Unreadable);
        }

        // The cursor is the last event of the page before: a nearer bound on the side that the reading comes from.
        var (after, before, cursor) = (Place(filter.After), Place(filter.Before), Place(filter.Cursor));
        var events = await reader.ReadAsync(new EventRange(
            newest ? after : Later(after, cursor), newest ? Earlier(before, cursor) : before, newest, filter), cancellationToken);
        return new Page<EventDto>(events, events.Count == filter.Limit ? events[^1].Id : null);
    }

    private static EventPlace? Place(string? id) => EventPlace.TryParse(id, out var place) ? place : null;

    private static EventPlace? Later(EventPlace? one, EventPlace? other) => one is { } a && other is { } b ? (a.CompareTo(b) > 0 ? a : b) : one ?? other;

    private static EventPlace? Earlier(EventPlace? one, EventPlace? other) => one is { } a && other is { } b ? (a.CompareTo(b) < 0 ? a : b) : one ?? other;
}
