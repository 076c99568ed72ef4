using Director.Domain.Assets;

namespace Director.Domain.Workspaces;

/// <summary>What may be changed about a workspace. What is not mentioned stays; a null of a setting removes it.</summary>
public sealed record WorkspaceChange
{
    /// <summary>The name.</summary>
    public Patch<string> Name { get; init; }
    /// <summary>The slug.</summary>
    public Patch<string> Slug { get; init; }
    /// <summary>The currency; fixed once something has cost money.</summary>
    public Patch<string> Currency { get; init; }
    /// <summary>Bytes.</summary>
    public Patch<long?> StorageQuotaBytes { get; init; }
    /// <summary>An amount in the workspace's currency.</summary>
    public Patch<decimal?> MonthlyBudget { get; init; }
    /// <summary>As of a film.</summary>
    public Patch<string> ShotCodeScheme { get; init; }
    /// <summary>As of a film.</summary>
    public Patch<string> DefaultFrameRate { get; init; }
    /// <summary>As of a film.</summary>
    public Patch<string> DefaultAspectRatio { get; init; }
}
