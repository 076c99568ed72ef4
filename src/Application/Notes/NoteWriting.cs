using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Notes;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Notes;

/// <summary>Writes notes, for members and for guests.</summary>
internal sealed class NoteWriting(IAssetRepository assets, INoteRepository notes, IUnitOfWork unitOfWork, IIdSource ids, TimeProvider clock)
{
    internal async Task<Result<NoteDto>> WriteAsync(Guid takeId, NewNote what, NoteAuthor author, CancellationToken ct)
    {
        var take = await assets.LiveAsync(takeId, ct, null, "shot_take", FilmErrors.TakeNotFound);
        if (take.Error is { } missing) return missing;
        // The take is locked: what is counted stays true.
        if (await notes.CountAsync(take.Value.Id, ct) >= Note.MaxOnTake) return NoteErrors.TooMany;
        if (await CheckMentionsAsync(what.Mentions ?? [], author.Guest is null, ct) is { } stranger) return stranger;
        Note? answered = null;
        if (what.ReplyTo is { } to)
        {
            answered = await notes.FindAsync(take.Value.Id, new NoteId(to), ct);
            // A guest sees nothing but what was said by their link.
            if (answered is null || (author.Guest is { } link && answered.ShareLinkId != link)) return NoteErrors.NotFound;
        }

        var (id, now) = (new NoteId(ids.Next()), clock.GetUtcNow());
        var note = answered is null ? Note.Write(take.Value, id, what.Change, author, now) : Note.Reply(take.Value, id, answered, what.Change, author, now);
        if (note.Error is { } refused) return refused;
        notes.Add(note.Value);
        await unitOfWork.FlushAsync(ct);
        return NoteDto.Of(note.Value);
    }

    /// <summary>Members mention members of the workspace; guests know nobody in it.</summary>
    internal async Task<Error?> CheckMentionsAsync(IReadOnlyList<Guid> people, bool byMember, CancellationToken ct) =>
        people.Count == 0 || (byMember && (people.Count > Note.MaxMentions || await notes.AreMembersAsync(people, ct))) ? null : NoteErrors.UnknownMention;
}
