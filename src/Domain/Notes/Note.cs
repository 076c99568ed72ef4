using System.Text;
using System.Text.Json;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;

namespace Director.Domain.Notes;

/// <summary>Identifies a note.</summary>
public readonly record struct NoteId(Guid Value) : ITypedId;

/// <summary>Who writes: a member, or a guest of a share link.</summary>
/// <param name="Id">The person's or the guest's id.</param>
/// <param name="Name">As it was when they wrote.</param>
/// <param name="Guest">The link a guest came by; null for a member.</param>
public readonly record struct NoteAuthor(UserId Id, string Name, ShareLinkId? Guest = null);

/// <summary>Somebody's words about a take, at a picture or a stretch of it, perhaps with something drawn.</summary>
public sealed class Note
{
    /// <summary>Characters of a note.</summary>
    public const int MaxText = 4_000;
    /// <summary>Bytes of what was drawn.</summary>
    public const int MaxDrawing = 128 * 1024;
    /// <summary>Notes on one take.</summary>
    public const int MaxOnTake = 1_000;

    private Note(WorkspaceId workspaceId, NoteId id, AssetId takeId, string text) => (WorkspaceId, Id, TakeId, Text) = (workspaceId, id, takeId, text);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public NoteId Id { get; private set; }
    /// <summary>The take it is about.</summary>
    public AssetId TakeId { get; private set; }
    /// <summary>The words.</summary>
    public string Text { get; private set; }
    /// <summary>The first frame it is about, from 0.</summary>
    public int FrameIn { get; private set; }
    /// <summary>The last frame; null: that one alone.</summary>
    public int? FrameOut { get; private set; }
    /// <summary>What was drawn on the picture: the client's own JSON.</summary>
    public string? Drawing { get; private set; }
    /// <summary>When it was dealt with.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }
    /// <summary>Who dealt with it.</summary>
    public UserId? ResolvedBy { get; private set; }
    /// <summary>Who wrote it.</summary>
    public UserId AuthorId { get; private set; }
    /// <summary>Their name at that time.</summary>
    public string AuthorName { get; private set; } = "";
    /// <summary>The link by which a guest came who wrote it; null: a member did.</summary>
    public ShareLinkId? ShareLinkId { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Last change.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>Raised by every change.</summary>
    public long Version { get; private set; }

    /// <summary>Writes a note on a take.</summary>
    public static Result<Note> Write(Asset take, NoteId id, NoteChange what, NoteAuthor author, DateTimeOffset now)
    {
        var note = new Note(take.WorkspaceId, id, take.Id, "")
        {
            AuthorId = author.Id,
            AuthorName = author.Name,
            ShareLinkId = author.Guest,
            CreatedAt = now,
        };
        return note.Change(what with { Text = what.Text.Value }, new Stamp(author.Id, now)).Error is { } refused ? refused : note;
    }

    /// <summary>Changes what is mentioned, all or nothing.</summary>
    public Result<Done> Change(NoteChange change, Stamp stamp)
    {
        if (change.Text.Given && (string.IsNullOrWhiteSpace(change.Text.Value) || change.Text.Value.Length > MaxText || change.Text.Value.Contains('\0', StringComparison.Ordinal)))
            return Error.Field("text", $"A note has 1 to {MaxText} characters.");
        var (frameIn, frameOut) = (change.FrameIn.Given ? change.FrameIn.Value ?? 0 : FrameIn, change.FrameOut.Given ? change.FrameOut.Value : FrameOut);
        if (frameIn < 0) return Error.Field("frameIn", "Frames are counted from 0.");
        if (frameOut < frameIn) return Error.Field("frameOut", "A stretch ends where it begins or later.");
        if (change.Drawing is { Given: true, Value: { } drawn } && CheckDrawing(drawn) is { } unfit) return unfit;

        if (change.Text.Given) Text = change.Text.Value!.Trim();
        (FrameIn, FrameOut) = (frameIn, frameOut);
        if (change.Drawing.Given) Drawing = change.Drawing.Value;
        if (change.Resolved is { Given: true, Value: var resolved } && resolved != ResolvedAt is not null)
            (ResolvedAt, ResolvedBy) = resolved ? (stamp.At, stamp.By) : ((DateTimeOffset?)null, (UserId?)null);
        UpdatedAt = stamp.At;
        Version++;
        return Done.Ok;
    }

    /// <summary>Whether somebody may change the words or delete them: their own, or anybody's for who manages the workspace. Dealing with a note is for every reviewer.</summary>
    public Error? CheckOwner(UserId by, IReadOnlySet<Permission> may) => AuthorId == by || may.Contains(Permission.Administer) ? null : NoteErrors.NotYours;

    /// <summary>Refuses when the caller saw another version; null when it did not say or saw this one.</summary>
    public Error? EnsureVersion(long? seen) => seen is { } v && v != Version ? NoteErrors.Stale(v, Version) : null;

    private static Error? CheckDrawing(string json)
    {
        if (Encoding.UTF8.GetByteCount(json) > MaxDrawing) return Error.Field("drawing", $"A drawing has at most {MaxDrawing / 1024} kB.");
        if (json.Contains("\\u0000", StringComparison.Ordinal)) return Error.Field("drawing", "A drawing contains no NUL character.");
        using var read = JsonDocument.Parse(json);
        return read.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null : Error.Field("drawing", "A drawing is a JSON object or list.");
    }
}

/// <summary>What is written or changed of a note; what is not mentioned stays.</summary>
public sealed record NoteChange
{
    /// <summary>The words.</summary>
    public Patch<string> Text { get; init; }
    /// <summary>The first frame.</summary>
    public Patch<int?> FrameIn { get; init; }
    /// <summary>The last frame.</summary>
    public Patch<int?> FrameOut { get; init; }
    /// <summary>What was drawn, as JSON.</summary>
    public Patch<string> Drawing { get; init; }
    /// <summary>Whether it was dealt with.</summary>
    public Patch<bool> Resolved { get; init; }

    /// <summary>Whether anything but its being dealt with changes.</summary>
    public bool Rewrites => Text.Given || FrameIn.Given || FrameOut.Given || Drawing.Given;
}

/// <summary>Every refusal that concerns a note.</summary>
public static class NoteErrors
{
    /// <summary>Unknown, or of another take.</summary>
    public static readonly Error NotFound = new("note.notFound", "There is no such note.", ErrorKind.NotFound);
    /// <summary>Somebody else's words.</summary>
    public static readonly Error NotYours = new("note.notYours", "Only who wrote a note changes or deletes it.", ErrorKind.Forbidden);
    /// <summary>Too many.</summary>
    public static readonly Error TooMany = new("note.tooMany", $"A take has at most {Note.MaxOnTake} notes.");
    /// <summary>The caller saw an older version.</summary>
    public static Error Stale(long seen, long now) => new("note.stale", $"Version {seen} is not current any more: it is {now}. Read it again and repeat the change.", ErrorKind.Stale);
}
