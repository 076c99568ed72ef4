using System.Text.Json;
using Director.Domain.Assets;
using Director.Domain.Notes;
using Director.Domain.Sharing;

namespace Director.Application.Notes;

/// <summary>A note about a take, as clients see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TakeId">The take.</param>
/// <param name="Text">The words.</param>
/// <param name="FrameIn">The first frame it is about, from 0.</param>
/// <param name="FrameOut">The last frame; null: that one alone.</param>
/// <param name="Drawing">What was drawn on the picture: the client's own JSON, at most 128 kB.</param>
/// <param name="Resolved">Whether it was dealt with.</param>
/// <param name="ResolvedAt">When.</param>
/// <param name="ResolvedBy">By whom.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="UpdatedAt">Last change.</param>
/// <param name="Version">Raised by every change; the ETag.</param>
public sealed record NoteDto(
    Guid Id, Guid TakeId, string Text, int FrameIn, int? FrameOut, JsonElement? Drawing, bool Resolved, DateTimeOffset? ResolvedAt, Guid? ResolvedBy,
    NoteAuthorDto Author, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version)
{
    /// <summary>Shows a note.</summary>
    public static NoteDto Of(Note n) => new(
        n.Id.Value, n.TakeId.Value, n.Text, n.FrameIn, n.FrameOut, n.Drawing is { } drawn ? JsonElement.Parse(drawn) : null, n.ResolvedAt is not null, n.ResolvedAt, n.ResolvedBy?.Value,
        new NoteAuthorDto(n.AuthorId.Value, n.AuthorName, n.ShareLinkId is not null), n.CreatedAt, n.UpdatedAt, n.Version);
}

/// <summary>Who wrote a note.</summary>
/// <param name="Id">The person's id, or the guest's.</param>
/// <param name="Name">Their name at that time.</param>
/// <param name="Guest">Whether they came by a share link.</param>
public sealed record NoteAuthorDto(Guid Id, string Name, bool Guest);

/// <summary>Reads notes for showing, always of the caller's workspace.</summary>
public interface INoteReader
{
    /// <summary>The notes of a take by frame; null when there is no such take.</summary>
    Task<IReadOnlyList<NoteDto>?> OfTakeAsync(AssetId take, CancellationToken ct);

    /// <summary>The notes that the guests of a link wrote on these takes.</summary>
    Task<IReadOnlyList<NoteDto>> OfLinkAsync(ShareLinkId link, IReadOnlyCollection<Guid> takes, CancellationToken ct);
}
