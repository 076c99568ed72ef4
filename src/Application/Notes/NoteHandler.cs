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

internal sealed class NoteHandler(IAssetRepository assets, INoteRepository notes, INoteReader reader, NoteWriting writing, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock) :
    IRequestHandler<ListNotesQuery, Result<Page<NoteDto>>>, IRequestHandler<CreateNoteCommand, Result<NoteDto>>,
    IRequestHandler<UpdateNoteCommand, Result<NoteDto>>, IRequestHandler<DeleteNoteCommand, Result<Done>>
{
    public async Task<Result<Page<NoteDto>>> Handle(ListNotesQuery request, CancellationToken cancellationToken) =>
        await reader.OfTakeAsync(new AssetId(request.TakeId), cancellationToken) is { } all ? new Page<NoteDto>(all, null) : FilmErrors.TakeNotFound;

    public Task<Result<NoteDto>> Handle(CreateNoteCommand request, CancellationToken cancellationToken) =>
        writing.WriteAsync(request.TakeId, request.Note, new NoteAuthor(caller.UserId!.Value, caller.Name), cancellationToken);

    public async Task<Result<NoteDto>> Handle(UpdateNoteCommand request, CancellationToken cancellationToken)
    {
        var change = Read(request.Patch);
        if (change.Error is { } unread) return unread;
        var found = await FindAsync(request.TakeId, request.NoteId, request.SeenVersion, cancellationToken);
        if (found.Error is { } missing) return missing;
        if (change.Value.Rewrites && found.Value.CheckOwner(caller.UserId!.Value, caller.Permissions) is { } foreign) return foreign;
        if (found.Value.Change(change.Value, caller.Stamp(clock)).Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return NoteDto.Of(found.Value);
    }

    public async Task<Result<Done>> Handle(DeleteNoteCommand request, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request.TakeId, request.NoteId, request.SeenVersion, cancellationToken);
        if (found.Error is { } missing) return missing;
        if (found.Value.CheckOwner(caller.UserId!.Value, caller.Permissions) is { } foreign) return foreign;
        notes.Remove(found.Value);
        return Done.Ok;
    }

    private async Task<Result<Note>> FindAsync(Guid takeId, Guid noteId, long? seen, CancellationToken ct)
    {
        var take = await assets.LiveAsync(takeId, ct, null, "shot_take", FilmErrors.TakeNotFound);
        if (take.Error is { } missing) return missing;
        if (await notes.FindAsync(take.Value.Id, new NoteId(noteId), ct) is not { } note) return NoteErrors.NotFound;
        return note.EnsureVersion(seen) is { } stale ? stale : note;
    }

    private static Result<NoteChange> Read(JsonElement body)
    {
        var patch = MergePatch.Read(body, "text", "frameIn", "frameOut", "drawing", "resolved");
        if (patch.Error is { } unread) return unread;
        var (text, from, to, resolved) = (patch.Value.Text("text"), patch.Value.Number("frameIn"), patch.Value.NumberOrNull("frameOut"), patch.Value.Flag("resolved"));
        if ((text.Error ?? from.Error ?? to.Error ?? resolved.Error) is { } unfit) return unfit;
        return new NoteChange { Text = text.Value, FrameIn = from.Value, FrameOut = to.Value, Drawing = patch.Value.Json("drawing"), Resolved = resolved.Value };
    }
}
