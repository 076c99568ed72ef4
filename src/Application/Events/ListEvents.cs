using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Events;

/// <summary>The log from a place on, oldest first.</summary>
[Requires(Permission.Look)]
public sealed record ListEventsQuery(string? After, Guid? RootId, Guid? SubjectId, int Limit = 100) : IQuery<Page<EventDto>>;

/// <summary>Reads the log of the caller's workspace, never past the oldest transaction that is still running.</summary>
public interface IEventReader
{
    /// <summary>Events after a place, oldest first.</summary>
    Task<IReadOnlyList<EventDto>> ReadAsync(EventPlace after, Guid? rootId, Guid? subjectId, int limit, CancellationToken ct);

    /// <summary>The place of the newest event that can be read.</summary>
    Task<EventPlace> HeadAsync(CancellationToken ct);

    /// <summary>How many events follow a place, counted up to a cap; null when the log has no event there.</summary>
    Task<int?> BehindAsync(EventPlace place, int cap, CancellationToken ct);
}

internal sealed class ListEventsValidator : AbstractValidator<ListEventsQuery>
{
    public ListEventsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

internal sealed class ListEventsHandler(IEventReader reader) : IRequestHandler<ListEventsQuery, Result<Page<EventDto>>>
{
    private static readonly Error Unknown = Error.Field("after", "after is the id of an event.", "input.cursor", ErrorKind.Unreadable);

    public async Task<Result<Page<EventDto>>> Handle(ListEventsQuery request, CancellationToken cancellationToken)
    {
        var place = EventPlace.Beginning;
        if (!string.IsNullOrEmpty(request.After) && !EventPlace.TryParse(request.After, out place)) return Unknown;
        var events = await reader.ReadAsync(place, request.RootId, request.SubjectId, request.Limit, cancellationToken);
        return new Page<EventDto>(events, events.Count == request.Limit ? events[^1].Id : null);
    }
}
