using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Who is asking, in which workspace, and from where. Set once per request, or by a worker for a job.</summary>
public interface ICaller
{
    /// <summary>The person; null when anonymous.</summary>
    UserId? UserId { get; }
    /// <summary>The person's name as the record shows it.</summary>
    string Name { get; }
    /// <summary>The workspace; null when none is known.</summary>
    WorkspaceId? WorkspaceId { get; }
    /// <summary>user, worker or system.</summary>
    string ActorKind { get; }
    /// <summary>What the person's role allows in this workspace.</summary>
    IReadOnlySet<Permission> Permissions { get; }
    /// <summary>Ties log lines, problems and records of one request together.</summary>
    string RequestId { get; }
    /// <summary>The address it came from.</summary>
    string? Origin { get; }
    /// <summary>What the caller sent as <c>Idempotency-Key</c>; workers have none.</summary>
    string? IdempotencyKey => null;
}

/// <summary>What handlers ask of a caller whose membership the pipeline has checked.</summary>
public static class CallerExtensions
{
    /// <summary>The workspace.</summary>
    public static WorkspaceId Workspace(this ICaller caller) =>
        caller.WorkspaceId ?? throw new InvalidOperationException("The pipeline lets no request without a workspace through to this handler.");

    /// <summary>Who and when.</summary>
    public static Stamp Stamp(this ICaller caller, TimeProvider clock) =>
        new(caller.UserId ?? throw new InvalidOperationException("The pipeline lets no anonymous request through to this handler."), clock.GetUtcNow());
}
