using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Which workspaces are archived. Remembered for two seconds, so that commands do not each ask the database.</summary>
public interface IArchive
{
    /// <summary>Whether a workspace is archived, or gone.</summary>
    Task<bool> HasAsync(WorkspaceId workspace, CancellationToken ct);

    /// <summary>Called by whatever archives or unarchives: inside a transaction it takes effect when that has committed.</summary>
    void Forget(WorkspaceId workspace);
}
