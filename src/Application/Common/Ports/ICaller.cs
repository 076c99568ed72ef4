using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Who is asking, in which workspace, and from where. Set once per request, or by a worker for a job.</summary>
public interface ICaller
{
    /// <summary>The person, also the one whom a worker or an API key acts for; null when anonymous.</summary>
    UserId? UserId { get; }
    /// <summary>The name that the record shows: the person's, or the API key's.</summary>
    string Name { get; }
    /// <summary>The workspace; null when none is known.</summary>
    WorkspaceId? WorkspaceId { get; }
    /// <summary>One of <see cref="ActorKinds"/>.</summary>
    string ActorKind { get; }
    /// <summary>What the person's role allows in this workspace.</summary>
    IReadOnlySet<Permission> Permissions { get; }
    /// <summary>Ties log lines, problems and records of one request together.</summary>
    string RequestId { get; }
    /// <summary>The address it came from.</summary>
    string? Origin { get; }
    /// <summary>What the program called itself (<c>User-Agent</c>), cut short.</summary>
    string? UserAgent => null;
    /// <summary>What the caller sent as <c>Idempotency-Key</c>; workers have none.</summary>
    string? IdempotencyKey => null;
}

/// <summary>Who can do something.</summary>
public static class ActorKinds
{
    /// <summary>A person.</summary>
    public const string User = "user";
    /// <summary>A program with an API key, for the person who made the key.</summary>
    public const string Key = "key";
    /// <summary>A worker, for the person who asked for the work.</summary>
    public const string Worker = "worker";
    /// <summary>Somebody who came by a share link.</summary>
    public const string Guest = "guest";
    /// <summary>The server by itself.</summary>
    public const string System = "system";
}

/// <summary>What handlers ask of a caller whose membership the pipeline has checked.</summary>
public static class CallerExtensions
{
    /// <summary>The workspace.</summary>
    public static WorkspaceId Workspace(this ICaller caller) =>
        caller.WorkspaceId ?? throw new InvalidOperationException("The pipeline lets no request without a workspace through to this handler.");

    /// <summary>The person.</summary>
    public static UserId Person(this ICaller caller) =>
        caller.UserId ?? throw new InvalidOperationException("The pipeline lets no anonymous request through to this handler.");

    /// <summary>Who and when.</summary>
    public static Stamp Stamp(this ICaller caller, TimeProvider clock) =>
        new(caller.UserId ?? throw new InvalidOperationException("The pipeline lets no anonymous request through to this handler."), clock.GetUtcNow());
}
