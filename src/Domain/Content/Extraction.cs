using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Domain.Content;

/// <summary>
/// A text being taken in: pending → extracting → completed or failed, and from failed back to pending when somebody tries again. What comes of
/// it is an asset of type text or script.
/// </summary>
public sealed class Extraction
{
    private Extraction(WorkspaceId workspaceId, ExtractionId id)
    {
        WorkspaceId = workspaceId;
        Id = id;
    }

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public ExtractionId Id { get; private set; }
    /// <summary>Where it stands.</summary>
    public ExtractionStatus Status { get; private set; }
    /// <summary>What it is taken from; null until the bytes have told.</summary>
    public SourceKind? SourceKind { get; private set; }
    /// <summary>The address, as it was given except for the fragment; null for an upload. The query string is part of it.</summary>
    public string? SourceUrl { get; private set; }
    /// <summary>The uploaded file's name.</summary>
    public string? FileName { get; private set; }
    /// <summary>The uploaded file's hash, under which it lies in the store.</summary>
    public string? FileSha256 { get; private set; }
    /// <summary>Its title, once known.</summary>
    public string? Title { get; private set; }
    /// <summary>The language that was said or detected, a BCP 47 tag; null: unknown.</summary>
    public string? Language { get; private set; }
    /// <summary>Words.</summary>
    public int? WordCount { get; private set; }
    /// <summary>Characters.</summary>
    public int? CharCount { get; private set; }
    /// <summary>The extracted text's hash, by which the same text is known again, and under which it lies in the store.</summary>
    public string? TextSha256 { get; private set; }
    /// <summary>The text or script that came of it.</summary>
    public AssetId? AssetId { get; private set; }
    /// <summary>The extraction that had brought the same text before.</summary>
    public ExtractionId? DuplicateOf { get; private set; }
    /// <summary>Whether the text is to be kept anew although it is there already.</summary>
    public bool Force { get; private set; }
    /// <summary>Tags for what comes of it.</summary>
    public IReadOnlyList<string> WishedTags { get; private set; } = [];
    /// <summary>How far it is, 0 to 100.</summary>
    public int Progress { get; private set; }
    /// <summary>How often a worker has begun since somebody asked.</summary>
    public int Begun { get; private set; }
    /// <summary>Why it failed.</summary>
    public ExtractionCause? Cause { get; private set; }
    /// <summary>The same in words.</summary>
    public string? Message { get; private set; }
    /// <summary>Whether trying again may help.</summary>
    public bool Retryable { get; private set; }
    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Who asked.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>When a worker began last.</summary>
    public DateTimeOffset? StartedAt { get; private set; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>When it was removed from the list.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Accepts an address.</summary>
    public static Extraction FromUrl(WorkspaceId workspace, ExtractionId id, string url, SourceKind? kind, Wish wish, Stamp stamp) =>
        New(workspace, id, kind, wish, stamp, e => e.SourceUrl = url);

    /// <summary>Accepts a file that lies in the store.</summary>
    public static Extraction FromFile(WorkspaceId workspace, ExtractionId id, string fileName, string sha256, SourceKind kind, Wish wish, Stamp stamp) =>
        New(workspace, id, kind, wish, stamp, e => (e.FileName, e.FileSha256) = (Cut(fileName, ExtractionLimits.FileName), sha256));

    /// <summary>A worker begins. Beginning again after an interruption is counted.</summary>
    public Result<Done> Begin(DateTimeOffset now)
    {
        if (EndedAt is not null) return ExtractionErrors.Ended;
        Status = ExtractionStatus.Extracting;
        StartedAt = now;
        Progress = 0;
        Begun++;
        return Done.Ok;
    }

    /// <summary>The text is there.</summary>
    /// <param name="found">What was read.</param>
    /// <param name="asset">The asset that holds it.</param>
    /// <param name="duplicateOf">The extraction that had brought it before, when the asset is that one's.</param>
    /// <param name="now">When.</param>
    public Result<Done> Complete(FoundText found, AssetId asset, ExtractionId? duplicateOf, DateTimeOffset now)
    {
        if (EndedAt is not null) return ExtractionErrors.Ended;
        (Status, Progress, EndedAt) = (ExtractionStatus.Completed, 100, now);
        (SourceKind, Title, Language) = (found.Kind, Cut(found.Title, ExtractionLimits.Title), found.Language);
        (WordCount, CharCount, TextSha256) = (found.WordCount, found.CharCount, found.Sha256);
        (AssetId, DuplicateOf) = (asset, duplicateOf);
        return Done.Ok;
    }

    /// <summary>It came to nothing.</summary>
    public Result<Done> Fail(ExtractionCause cause, string message, bool retryable, DateTimeOffset now)
    {
        if (EndedAt is not null) return ExtractionErrors.Ended;
        (Status, EndedAt, Cause, Message, Retryable) = (ExtractionStatus.Failed, now, cause, Cut(message, ExtractionLimits.Message), retryable);
        return Done.Ok;
    }

    /// <summary>Somebody does not want it any more; it can be tried again.</summary>
    public Result<Done> Cancel(DateTimeOffset now) => Fail(ExtractionCause.Cancelled, "It was cancelled.", retryable: true, now);

    /// <summary>Somebody tries again what failed.</summary>
    public Result<Done> Retry()
    {
        if (Status is not ExtractionStatus.Failed) return ExtractionErrors.NotFailed;
        (Status, EndedAt, StartedAt, Progress, Begun) = (ExtractionStatus.Pending, null, null, 0, 0);
        (Cause, Message, Retryable) = (null, null, false);
        return Done.Ok;
    }

    /// <summary>Takes it off the list; what is under way is given up.</summary>
    public Result<Done> Delete(DateTimeOffset now)
    {
        if (DeletedAt is not null) return ExtractionErrors.NotFound;
        if (EndedAt is null) _ = Cancel(now);
        DeletedAt = now;
        return Done.Ok;
    }

    private static Extraction New(WorkspaceId workspace, ExtractionId id, SourceKind? kind, Wish wish, Stamp stamp, Action<Extraction> from)
    {
        var made = new Extraction(workspace, id)
        {
            SourceKind = kind,
            Force = wish.Force,
            WishedTags = wish.Tags,
            Language = wish.Language,
            CreatedAt = stamp.At,
            CreatedBy = stamp.By,
        };
        from(made);
        return made;
    }

    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        // A pair that stands for one character is not cut in two.
        var end = char.IsHighSurrogate(text[limit - 2]) ? limit - 2 : limit - 1;
        return text[..end] + "…";
    }

    /// <summary>What whoever takes a text in wishes beside the text.</summary>
    /// <param name="Force">Keep it anew although it is there already.</param>
    /// <param name="Tags">Tags for what comes of it.</param>
    /// <param name="Language">Its language, when it need not be detected.</param>
    public sealed record Wish(bool Force, IReadOnlyList<string> Tags, string? Language);
}

/// <summary>A text as it was read, which lies in the store already.</summary>
/// <param name="Kind">What it was taken from.</param>
/// <param name="Title">Its title; not empty.</param>
/// <param name="Language">A BCP 47 tag; null: unknown.</param>
/// <param name="WordCount">Words.</param>
/// <param name="CharCount">Characters.</param>
/// <param name="Sha256">The hash of its UTF-8 bytes, lower-case hex.</param>
/// <param name="Size">How many bytes those are.</param>
/// <param name="SceneCount">Scenes, when it is a screenplay; null: it is prose.</param>
public sealed record FoundText(SourceKind Kind, string Title, string? Language, int WordCount, int CharCount, string Sha256, long Size, int? SceneCount);
