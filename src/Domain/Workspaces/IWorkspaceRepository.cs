namespace Director.Domain.Workspaces;

/// <summary>The caller's workspace and the people in it. What it loads stays locked until the unit of work ends.</summary>
public interface IWorkspaceRepository
{
    /// <summary>Loads and locks the workspace itself; null when it is gone. Whoever changes its people takes this lock first.</summary>
    Task<Workspace?> FindAsync(CancellationToken ct);

    /// <summary>Locks the workspace and loads everybody in it.</summary>
    Task<Crew> CrewAsync(CancellationToken ct);

    /// <summary>A slug that no workspace has: the wanted one, or one with a number behind it. Held until the unit of work ends.</summary>
    Task<string> FreeSlugAsync(string wanted, CancellationToken ct);

    /// <summary>Whether anything in the workspace has cost money.</summary>
    Task<bool> HasCostsAsync(CancellationToken ct);

    /// <summary>Whether generations are still under way.</summary>
    Task<bool> IsBusyAsync(CancellationToken ct);

    /// <summary>Bytes of all its files; locks nothing.</summary>
    Task<long> StorageUsedAsync(CancellationToken ct);

    /// <summary>Whether the workspace has a file of this hash.</summary>
    Task<bool> HasFileAsync(string sha256, CancellationToken ct);

    /// <summary>Makes other writers of files wait until this unit of work ends, so that what is measured stays true.</summary>
    Task HoldStorageAsync(CancellationToken ct);

    /// <summary>Adds somebody.</summary>
    void Add(WorkspaceMember member);

    /// <summary>Ends a membership.</summary>
    void Remove(WorkspaceMember member);

    /// <summary>Loads and locks an invitation; null when there is none.</summary>
    Task<Invitation?> FindInvitationAsync(InvitationId id, CancellationToken ct);

    /// <summary>Adds an invitation.</summary>
    void Add(Invitation invitation);

    /// <summary>Takes an invitation back.</summary>
    void Remove(Invitation invitation);
}
