using System.Globalization;
using Director.Domain.Common;

namespace Director.Application.Events;

/// <summary>Every refusal that concerns an event of the record.</summary>
public static class EventErrors
{
    private const string ChangedSinceCode = "event.changedSince";

    /// <summary>Unknown or foreign.</summary>
    public static readonly Error NotFound = new("event.notFound", "There is no such event.", ErrorKind.NotFound);

    /// <summary>Nothing that has an inverse.</summary>
    public static Error NotUndoable(string kind) => new("event.notUndoable", $"\"{kind}\" cannot be undone.");

    /// <summary>Somebody has changed the same fields since; says who, which and when.</summary>
    internal static Error ChangedSince(IReadOnlyList<LaterChange> changes) =>
        Error.Of([.. changes.Select(c => new FieldFault(c.Path, Sentence(c)))], ChangedSinceCode, ErrorKind.Conflict) with
        {
            Message = $"This cannot be undone any more: {string.Join(" ", changes.Select(Sentence))}",
        };

    /// <summary>The inverse has lost its ground: what it would go back to is gone.</summary>
    internal static Error NoWayBack(Error refused) => refused with { Code = ChangedSinceCode, Kind = ErrorKind.Conflict, Message = $"This cannot be undone any more: {refused.Message}" };

    private static string Sentence(LaterChange change) => change.By is { } by
        ? $"{change.Path} was changed by {by.ActorName} on {by.At.UtcDateTime.ToString("yyyy-MM-dd 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}."
        : $"{change.Path} is different now.";
}

/// <summary>A field that does not hold what an event left.</summary>
/// <param name="Path">Which field.</param>
/// <param name="By">The event that changed it; null when the record does not say.</param>
internal sealed record LaterChange(string Path, RecordedEvent? By);
