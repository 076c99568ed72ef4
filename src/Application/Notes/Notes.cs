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

/// <summary>The notes of a take, by frame.</summary>
[Requires(Permission.Look)]
public sealed record ListNotesQuery(Guid TakeId) : IQuery<Page<NoteDto>>;

/// <summary>Writes a note on a take.</summary>
[Requires(Permission.Review)]
public sealed record CreateNoteCommand(Guid TakeId, NewNote Note) : ICommand<NoteDto>;

/// <summary>A note to be.</summary>
/// <param name="Text">The words, at most 4,000 characters.</param>
/// <param name="FrameIn">The first frame it is about, from 0.</param>
/// <param name="FrameOut">The last frame; absent: that one alone.</param>
/// <param name="Drawing">What was drawn on the picture: any JSON object or list, at most 128 kB.</param>
/// <param name="Resolved">Whether it was dealt with already.</param>
public sealed record NewNote(string Text, int FrameIn = 0, int? FrameOut = null, JsonElement? Drawing = null, bool Resolved = false)
{
    internal NoteChange Change => new()
    {
        Text = Text, FrameIn = FrameIn, FrameOut = FrameOut, Resolved = Resolved,
        Drawing = Drawing is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } drawn ? drawn.GetRawText() : Patch<string>.Unmentioned,
    };
}

/// <summary>Changes a note: its words are its author's, whether it is dealt with is everybody's who reviews.</summary>
[Requires(Permission.Review)]
public sealed record UpdateNoteCommand(Guid TakeId, Guid NoteId, JsonElement Patch, long? SeenVersion) : ICommand<NoteDto>;

/// <summary>A JSON Merge Patch (RFC 7396) of a note: what is absent stays.</summary>
public sealed record NotePatch
{
    /// <summary>The words.</summary>
    public string? Text { get; init; }
    /// <summary>The first frame.</summary>
    public int? FrameIn { get; init; }
    /// <summary>The last frame; null: the first alone.</summary>
    public int? FrameOut { get; init; }
    /// <summary>What was drawn; null removes it.</summary>
    public JsonElement? Drawing { get; init; }
    /// <summary>Whether it was dealt with.</summary>
    public bool? Resolved { get; init; }
}

/// <summary>Deletes a note: one's own, or anybody's for who manages the workspace.</summary>
[Requires(Permission.Review)]
public sealed record DeleteNoteCommand(Guid TakeId, Guid NoteId, long? SeenVersion) : ICommand<Done>;

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
