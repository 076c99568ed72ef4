using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.Storage.Local;

/// <summary>Where files lie below the data directory: <c>media/&lt;workspace&gt;/ab/cd/&lt;sha256&gt;</c>.</summary>
internal sealed class MediaFolder
{
    private readonly Lazy<string> root;

    public MediaFolder(IConfiguration configuration) =>
        root = new(() => Path.Combine(DataDirectory.Locate(new SettingsReader(configuration)), "media"));

    /// <summary>The folder of a server that is not running.</summary>
    internal MediaFolder(string root) => this.root = new(root);

    /// <summary>The folder of all files.</summary>
    internal string Root => root.Value;

    /// <summary>The folder of a workspace's files.</summary>
    internal string Of(WorkspaceId workspace) => Path.Combine(root.Value, workspace.Value.ToString("N"));

    /// <summary>Where files lie while they arrive: the same file system, so that a rename is all it takes.</summary>
    internal string Arriving(WorkspaceId workspace) => Path.Combine(Of(workspace), "arriving");

    /// <summary>The place of a file, or null for what is no hash: a path is never made from anything else.</summary>
    internal string? PathOf(WorkspaceId workspace, string sha256, string kind = "") =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) ? Path.Combine(Of(workspace), kind, sha256[..2], sha256[2..4], sha256) : null;
}
