using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Notes;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Notes;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>Writes a note on a take that the link shows, as a guest.</summary>
[Requires(Permission.Review)]
public sealed record CreateSharedNoteCommand(Guid TakeId, NewNote Note) : ICommand<NoteDto>;

/// <summary>Circles a take that the link shows, or takes the circle back, as a guest.</summary>
[Requires(Permission.Review)]
public sealed record CircleSharedTakeCommand(Guid TakeId, bool Circled) : ICommand<SharedMarkDto>;

/// <summary>Puts a take that the link shows into the film, as a guest.</summary>
[Requires(Permission.Select)]
public sealed record SelectSharedTakeCommand(Guid TakeId, string? Reason) : ICommand<SharedMarkDto>;

/// <summary>How a take stands now.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Circled">A keeper.</param>
/// <param name="Selected">Whether it is in the film.</param>
public sealed record SharedMarkDto(Guid TakeId, bool Circled, bool Selected);

/// <summary>What guests may do is what the link allows, at what the link shows; beyond that it is done as members do it.</summary>
internal sealed class GuestActs(
    IGuestGate gate, IShareReader reader, NoteWriting writing, IAssetRepository assets, Selecting selecting, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock) :
    IRequestHandler<CreateSharedNoteCommand, Result<NoteDto>>, IRequestHandler<CircleSharedTakeCommand, Result<SharedMarkDto>>, IRequestHandler<SelectSharedTakeCommand, Result<SharedMarkDto>>
{
    public async Task<Result<NoteDto>> Handle(CreateSharedNoteCommand request, CancellationToken cancellationToken)
    {
        var take = await FindAsync(request.TakeId, l => l.AllowComment, cancellationToken);
        if (take.Error is { } refused) return refused;
        var visit = gate.Visit!;
        var note = request.Note with { Resolved = false };
        return await writing.WriteAsync(take.Value.Id, note, new NoteAuthor(new UserId(visit.Guest.Id), visit.Guest.Name, visit.Link.Id), cancellationToken);
    }

    public async Task<Result<SharedMarkDto>> Handle(CircleSharedTakeCommand request, CancellationToken cancellationToken)
    {
        var shared = await FindAsync(request.TakeId, l => l.AllowCircle, cancellationToken);
        if (shared.Error is { } refused) return refused;
        var loaded = await assets.FindAllAsync([new AssetId(shared.Value.ShotId), new AssetId(shared.Value.Id)], cancellationToken);
        if (!loaded.TryGetValue(new AssetId(shared.Value.Id), out var take) || !take.IsLive) return ShareErrors.NotShared;
        if (new Take(take).Mark(request.Circled, null, null, null, caller.Stamp(clock)).Error is { } unfit) return unfit;
        await unitOfWork.FlushAsync(cancellationToken);
        return new SharedMarkDto(take.Id.Value, take.Circled, loaded.GetValueOrDefault(new AssetId(shared.Value.ShotId))?.SelectedChildId == take.Id);
    }

    public async Task<Result<SharedMarkDto>> Handle(SelectSharedTakeCommand request, CancellationToken cancellationToken)
    {
        var shared = await FindAsync(request.TakeId, l => l.AllowSelect, cancellationToken);
        if (shared.Error is { } refused) return refused;
        var selected = await selecting.SelectAsync(shared.Value.ShotId, "shot", shared.Value.Id, AssetErrors.TakeOfAnotherShot, request.Reason, null, cancellationToken);
        if (selected.Error is { } unfit) return unfit;
        var take = await assets.FindAsync(new AssetId(shared.Value.Id), cancellationToken);
        return new SharedMarkDto(shared.Value.Id, take?.Circled ?? false, true);
    }

    private async Task<Result<SharedTake>> FindAsync(Guid take, Func<ShareLink, bool> allowed, CancellationToken ct)
    {
        if (gate.Visit is not { } visit) return ShareErrors.EnterFirst;
        if (await reader.TakeAsync(visit.Link.Id, take, ct) is not { } shared) return ShareErrors.NotShared;
        return allowed(visit.Link) ? shared : ShareErrors.NotAllowed;
    }
}
