using System.Text.Json;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;

namespace Director.Application.Events;

/// <summary>Reads the record of the caller's workspace.</summary>
public interface IActivityReader
{
    /// <summary>One row; null when there is none.</summary>
    Task<RecordedEvent?> FindAsync(EventPlace id, CancellationToken ct);

    /// <summary>What one unit of work recorded about one thing, in the order in which it happened.</summary>
    Task<IReadOnlyList<RecordedEvent>> OfUnitAsync(ulong tx, Guid subject, CancellationToken ct);

    /// <summary>What later units of work recorded about one thing, newest first, at most <paramref name="cap"/>.</summary>
    Task<IReadOnlyList<RecordedEvent>> SinceAsync(ulong tx, Guid subject, int cap, CancellationToken ct);

    /// <summary>The newest row that the running unit of work has recorded about one thing; null when it recorded none.</summary>
    Task<EventPlace?> NewestAsync(Guid subject, CancellationToken ct);

    /// <summary>A page of an asset's history, newest first: what happened to it, to its links, and to what it owns or picked; null when the workspace never had such an asset.</summary>
    Task<Result<Page<RecordedEvent>>?> HistoryAsync(AssetId asset, string? cursor, int limit, CancellationToken ct);
}

/// <summary>One row of the record.</summary>
/// <param name="Id">Where it stands.</param>
/// <param name="At">When.</param>
/// <param name="ActorKind">user, worker or system.</param>
/// <param name="ActorId">Who; null for the system.</param>
/// <param name="ActorName">Their name at that time.</param>
/// <param name="Kind">The operationId.</param>
/// <param name="SubjectType">What it happened to: an asset type's slug, <c>relationship</c>, <c>tag</c>…</param>
/// <param name="SubjectId">Which one.</param>
/// <param name="SubjectName">What it is called; null when nobody knows any more, or it was not asked for.</param>
/// <param name="Before">The touched fields as they were; null when it was created.</param>
/// <param name="After">The touched fields as they were left; null when it is gone.</param>
public sealed record RecordedEvent(
    EventPlace Id, DateTimeOffset At, string ActorKind, Guid? ActorId, string ActorName, string Kind, string SubjectType, Guid SubjectId, JsonElement? Before, JsonElement? After,
    string? SubjectName = null)
{
    /// <summary>Whether undoing it can be tried.</summary>
    public bool Undoable => UndoRegistry.Has(this);
}
