namespace Director.Domain.Assets;

/// <summary>Limits of what every asset has. They serve the domain, the validators, the schema and the API document.</summary>
public static class AssetLimits
{
    /// <summary>Characters in a name.</summary>
    public const int Name = 300;
    /// <summary>Characters in a description.</summary>
    public const int Description = 16_000;
    /// <summary>Characters in an id of the crew's own pipeline.</summary>
    public const int ExternalId = 200;
    /// <summary>Characters in a status.</summary>
    public const int Status = 60;
    /// <summary>Characters in a shot's code.</summary>
    public const int Code = 40;
    /// <summary>Characters in a source.</summary>
    public const int Source = 120;
    /// <summary>Bytes of metadata as UTF-8 JSON.</summary>
    public const int MetadataBytes = 16 * 1024;
    /// <summary>Stars.</summary>
    public const int Rating = 5;
    /// <summary>Characters in the reason for a selection.</summary>
    public const int Reason = 1_000;
    /// <summary>Assets in one batch.</summary>
    public const int Batch = 500;
    /// <summary>Assets on one page.</summary>
    public const int Page = 200;
}

/// <summary>Statuses that Director itself gives a meaning; crews may use words of their own.</summary>
public static class AssetStatus
{
    /// <summary>A rejected take: hidden, reversible.</summary>
    public const string Rejected = "rejected";
    /// <summary>A scene or shot that the newest script leaves out: its takes are kept, the film plays without it.</summary>
    public const string Omitted = "omitted";
}

/// <summary>What a review says about a take.</summary>
public static class Verdict
{
    /// <summary>Good.</summary>
    public const string Approved = "approved";
    /// <summary>Not usable.</summary>
    public const string Rejected = "rejected";
    /// <summary>Almost.</summary>
    public const string NeedsRevision = "needsRevision";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Approved, Rejected, NeedsRevision];
}
