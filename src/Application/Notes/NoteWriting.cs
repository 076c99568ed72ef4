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
        var note = Note.Write(take.Value, new NoteId(ids.Next()), what.Change, author, clock.GetUtcNow());
        if (note.Error is { } refused) return refused;
        notes.Add(note.Value);
        await unitOfWork.FlushAsync(ct);
        return NoteDto.Of(note.Value);
    }
}
