using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Files by the hash of their bytes, per workspace.</summary>
public interface IBlobStore
{
    /// <summary>Opens a file for reading; null when it is not there.</summary>
    Task<Stream?> OpenAsync(WorkspaceId workspace, string sha256, CancellationToken ct);
}
