using Director.Domain.Assets;

namespace Director.Application.Assets;

/// <summary>An asset of any type, as clients see it.</summary>
public record AssetDto
{
    /// <summary>UUID version 7.</summary>
    public required Guid Id { get; init; }
    /// <summary>The workspace it belongs to.</summary>
    public required Guid WorkspaceId { get; init; }
    /// <summary>The asset type's slug; decides what <c>details</c> are.</summary>
    public required string Type { get; init; }
    /// <summary>For people.</summary>
    public required string Name { get; init; }
    /// <summary>For people, longer.</summary>
    public string? Description { get; init; }
    /// <summary>The crew's own id, unique in the workspace and type.</summary>
    public string? ExternalId { get; init; }
    /// <summary>The crew's own data.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    /// <summary>A word about where it stands; <c>rejected</c> and <c>omitted</c> have a meaning to Director.</summary>
    public string? Status { get; init; }
    /// <summary>The owner.</summary>
    public Guid? ParentId { get; init; }
    /// <summary>The top of its tree: the film, or itself.</summary>
    public required Guid RootId { get; init; }
    /// <summary>Order key among siblings, compared ordinally.</summary>
    public required string Position { get; init; }
    /// <summary>The take's number, for ever.</summary>
    public int? Number { get; init; }
    /// <summary>The shot's code.</summary>
    public string? Code { get; init; }
    /// <summary>The one selected child.</summary>
    public Guid? SelectedChildId { get; init; }
    /// <summary>Who selected it, when, and why; null when nothing is selected.</summary>
    public SelectionDto? Selection { get; init; }
    /// <summary>What only its type knows.</summary>
    public required AssetDetails Details { get; init; }
    /// <summary>Its file's facts, or its main output's; the bytes are at <c>/api/assets/{id}/media</c>.</summary>
    public MediaDto? Media { get; init; }
    /// <summary>Where it came from.</summary>
    public string? Source { get; init; }
    /// <summary>What it cost; a shot's is the sum of its takes'.</summary>
    public CostDto? Cost { get; init; }
    /// <summary>Its tags' names, in order of name.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
    /// <summary>Somebody's favourite.</summary>
    public bool Favorite { get; init; }
    /// <summary>0 to 5 stars.</summary>
    public int? Rating { get; init; }
    /// <summary>A keeper.</summary>
    public bool Circled { get; init; }
    /// <summary>approved, rejected or needsRevision.</summary>
    public string? Verdict { get; init; }
    /// <summary>How many live takes a shot has.</summary>
    public int TakeCount { get; init; }
    /// <summary>Creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Creator.</summary>
    public required Guid CreatedBy { get; init; }
    /// <summary>Last change by a person.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>Raised by every change that a person makes; the ETag.</summary>
    public required long Version { get; init; }
    /// <summary>When it was deleted; only in listings that ask for deleted assets.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>A selection.</summary>
/// <param name="ChildId">What was selected.</param>
/// <param name="Number">Its number, when it is a take.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="ByName">Their name.</param>
/// <param name="Reason">Why, if they said.</param>
public sealed record SelectionDto(Guid ChildId, int? Number, DateTimeOffset At, Guid By, string ByName, string? Reason);

/// <summary>A file's facts.</summary>
/// <param name="ContentType">Measured, not claimed.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="FrameRate">A rational: <c>24000/1001</c>.</param>
public sealed record MediaDto(string ContentType, long Size, string Sha256, int? Width, int? Height, int? DurationMs, string? FrameRate);

/// <summary>An amount of money.</summary>
/// <param name="Amount">Decimal, up to six places.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record CostDto(decimal Amount, string Currency);
