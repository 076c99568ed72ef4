namespace Director.Domain.Workspaces;

/// <summary>A person's membership of a workspace.</summary>
public sealed class WorkspaceMember(WorkspaceId workspaceId, UserId userId, string role)
{
    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; } = workspaceId;
    /// <summary>The person.</summary>
    public UserId UserId { get; private set; } = userId;
    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role { get; private set; } = role;
    /// <summary>Since when.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gives another role; <see cref="Crew"/> has checked that it may.</summary>
    internal void Become(string role) => Role = role;
}
