using Director.Domain.Workspaces;

namespace Director.Infrastructure.Storage;

/// <summary>A file of a workspace, kept once under the hash of its bytes.</summary>
internal sealed class Blob
{
    public WorkspaceId WorkspaceId { get; init; }
    public string Sha256 { get; init; } = "";
    public long Size { get; init; }
    public string ContentType { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
}
