using Director.Application.Common.Ports;
using Director.Domain.Workspaces;

namespace Director.Infrastructure.Identity;

/// <summary>The caller of one scope: set by the request pipeline after sign-in, or by a worker before it touches a workspace.</summary>
public sealed class CallerContext : ICaller
{
    /// <inheritdoc />
    public UserId? UserId { get; private set; }
    /// <inheritdoc />
    public string Name { get; private set; } = "";
    /// <inheritdoc />
    public WorkspaceId? WorkspaceId { get; private set; }
    /// <inheritdoc />
    public string ActorKind { get; private set; } = ActorKinds.User;
    /// <inheritdoc />
    public IReadOnlySet<Permission> Permissions { get; private set; } = new HashSet<Permission>();
    /// <inheritdoc />
    public string RequestId { get; set; } = "";
    /// <inheritdoc />
    public string? Origin { get; set; }
    /// <inheritdoc />
    public string? UserAgent { get; set; }
    /// <summary>The sign-in that the request came with.</summary>
    public Guid? SessionId { get; private set; }
    /// <summary>The API key that the request came with.</summary>
    public ApiKeyId? KeyId { get; private set; }
    /// <inheritdoc />
    public string? IdempotencyKey { get; set; }

    /// <summary>A person signed in, in one of their workspaces or in none yet.</summary>
    public void SignedIn(UserId user, string name, Guid? session, WorkspaceId? workspace, string? role)
    {
        (UserId, Name, SessionId, WorkspaceId) = (user, name, session, workspace);
        Permissions = role is null ? new HashSet<Permission>() : Roles.PermissionsOf(role);
    }

    /// <summary>A program came in with an API key; what it may do is the meet of the key's scopes and the role of the person who made it.</summary>
    public void CameByKey(UserId maker, CallerKey key, WorkspaceId? workspace, IReadOnlySet<Permission> permissions) =>
        (UserId, Name, KeyId, ActorKind, WorkspaceId, Permissions) = (maker, key.Name, key.Id, ActorKinds.Key, workspace, permissions);

    /// <summary>A worker that does what a person asked for, in their workspace.</summary>
    public void ActFor(WorkspaceId workspace, UserId user, string name, string requestId)
    {
        (WorkspaceId, UserId, Name, RequestId, ActorKind) = (workspace, user, name, requestId, ActorKinds.Worker);
        Permissions = new HashSet<Permission>(Enum.GetValues<Permission>());
    }

    /// <summary>Looks into a workspace that something carries which the request came with: whoever it is, with no rights there.</summary>
    public void LookInto(WorkspaceId workspace) => (WorkspaceId, Permissions) = (workspace, new HashSet<Permission>());

    /// <summary>A guest of a share link: nobody with an account, whatever else the request came with.</summary>
    public void Guest(WorkspaceId workspace, UserId guest, string name, IReadOnlySet<Permission> permissions) =>
        (WorkspaceId, UserId, Name, ActorKind, SessionId, Permissions) = (workspace, guest, name, ActorKinds.Guest, null, permissions);
}
