using Director.Domain.Content;

namespace Director.Application.Content;

/// <summary>A text that was taken in, or is being.</summary>
public sealed record ContentDto
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }
    /// <summary>Where it stands.</summary>
    public required ExtractionStatus Status { get; init; }
    /// <summary>How far it is, 0 to 100.</summary>
    public required int Progress { get; init; }
    /// <summary>What it is taken from; null until its bytes have told.</summary>
    public SourceKind? SourceKind { get; init; }
    /// <summary>The address, query string included; null for an upload.</summary>
    public string? SourceUrl { get; init; }
    /// <summary>The uploaded file's name.</summary>
    public string? FileName { get; init; }
    /// <summary>Its title; null until it is read.</summary>
    public string? Title { get; init; }
    /// <summary>The language, a BCP 47 tag; null: unknown.</summary>
    public string? Language { get; init; }
    /// <summary>Words.</summary>
    public int? WordCount { get; init; }
    /// <summary>Characters.</summary>
    public int? CharCount { get; init; }
    /// <summary>The text's SHA-256, lower-case hex, by which the same text is known again.</summary>
    public string? Sha256 { get; init; }
    /// <summary>Its tags by name.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
    /// <summary>The text or script that came of it.</summary>
    public Guid? AssetId { get; init; }
    /// <summary><c>text</c> or <c>script</c>.</summary>
    public string? AssetType { get; init; }
    /// <summary>The content that had brought the same text before; its asset is shared.</summary>
    public Guid? DuplicateOf { get; init; }
    /// <summary>Why it failed.</summary>
    public ContentFailureDto? Failure { get; init; }
    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Who asked.</summary>
    public required Guid CreatedBy { get; init; }
    /// <summary>When a worker began last.</summary>
    public DateTimeOffset? StartedAt { get; init; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Why a text could not be taken in.</summary>
/// <param name="Cause">For programs.</param>
/// <param name="Message">For people.</param>
/// <param name="Retryable">Whether trying again may help.</param>
public sealed record ContentFailureDto(ExtractionCause Cause, string Message, bool Retryable);

/// <summary>A text as it was read.</summary>
/// <param name="ContentId">The content.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">A BCP 47 tag; null: unknown.</param>
/// <param name="Text">Paragraphs separated by an empty line; headings begin with <c># </c>. A screenplay is Fountain.</param>
public sealed record ContentTextDto(Guid ContentId, string Title, string? Language, string Text);

/// <summary>A film that was made of a text.</summary>
/// <param name="Film">The film.</param>
/// <param name="Report">The scenes and shots that were proposed.</param>
public sealed record ContentFilmDto(Assets.AssetDto Film, Interchange.Import.ImportReport Report);

/// <summary>Which content a listing shows.</summary>
/// <param name="Status">Only with this status.</param>
/// <param name="SourceKind">Only taken from this.</param>
/// <param name="Language">Only in this language.</param>
/// <param name="Tag">Only with this tag.</param>
/// <param name="Query">Words to find in title, address, file name or text.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ContentFilter(ExtractionStatus? Status, SourceKind? SourceKind, string? Language, string? Tag, string? Query, string? Cursor, int Limit);
