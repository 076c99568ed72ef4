using Director.Domain.Assets;
using Director.Domain.Workspaces;

namespace Director.Infrastructure.Persistence.Activity;

/// <summary>One thing that happened: the audit and the event log in one. Rows are only ever added.</summary>
internal sealed class ActivityRow
{
    public WorkspaceId WorkspaceId { get; init; }
    public Guid Id { get; init; }
    /// <summary>The transaction that wrote it; readers stay below the oldest running one, because sequence numbers commit out of order.</summary>
    public ulong Tx { get; private set; }
    public long Seq { get; private set; }
    public DateTimeOffset At { get; init; }
    public string ActorKind { get; init; } = "";
    public UserId? ActorId { get; init; }
    public string ActorName { get; init; } = "";
    /// <summary>The operationId.</summary>
    public string Kind { get; init; } = "";
    public string SubjectType { get; init; } = "";
    public Guid SubjectId { get; init; }
    public AssetId? RootId { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string RequestId { get; init; } = "";
    public string? Origin { get; init; }
}

/// <summary>Counts what a film's structure shows; the structure's ETag.</summary>
internal sealed class FilmRevision
{
    public WorkspaceId WorkspaceId { get; init; }
    public AssetId FilmId { get; init; }
    public long Revision { get; set; }
}
