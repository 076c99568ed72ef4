namespace Director.Application.Events;

/// <summary>Reads the log of the caller's workspace, never past the oldest transaction that is still running.</summary>
public interface IEventReader
{
    /// <summary>The events of a range.</summary>
    Task<IReadOnlyList<EventDto>> ReadAsync(EventRange range, CancellationToken ct);

    /// <summary>The place of the newest event that can be read.</summary>
    Task<EventPlace> HeadAsync(CancellationToken ct);

    /// <summary>How many events follow a place, counted up to a cap; null when the log has no event there.</summary>
    Task<int?> BehindAsync(EventPlace place, int cap, CancellationToken ct);
}

/// <summary>A part of the log.</summary>
/// <param name="After">Only after this place; null: from the beginning.</param>
/// <param name="Before">Only before this place; null: to the end.</param>
/// <param name="Newest">Whether the last comes first.</param>
/// <param name="Filter">What else must be so; its own places and order are not looked at.</param>
public sealed record EventRange(EventPlace? After, EventPlace? Before, bool Newest, EventFilter Filter);
