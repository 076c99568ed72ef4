using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Takes one generation back. Work that the provider has already, or may have, is asked to stop.</summary>
[Requires(Permission.Generate)]
public sealed record CancelGenerationCommand(Guid Id) : ICommand<GenerationDto>;

/// <summary>Takes back everything of a shot, or of another asset, that has not ended.</summary>
[Requires(Permission.Generate)]
public sealed record CancelShotGenerationsCommand(Guid ShotId) : ICommand<CancelledDto>;

/// <summary>Takes back everything of a film that has not ended.</summary>
[Requires(Permission.Generate)]
public sealed record CancelFilmGenerationsCommand(Guid FilmId) : ICommand<CancelledDto>;

/// <summary>A worker's step: the provider has said what cancelled work cost, which was counted by its estimate until then.</summary>
[Requires(Permission.Generate)]
public sealed record CorrectChargeCommand(GenerationId Id, AssetId SubjectId, AttemptId Attempt, Money Cost) : ICommand<Done>;

internal sealed class CancelGenerationHandlers(
    IAssetRepository assets, IGenerationRepository generations, GenerationCancelling cancelling, Budgeting budgeting, IGenerationReader reader) :
    IRequestHandler<CancelGenerationCommand, Result<GenerationDto>>, IRequestHandler<CancelShotGenerationsCommand, Result<CancelledDto>>,
    IRequestHandler<CancelFilmGenerationsCommand, Result<CancelledDto>>, IRequestHandler<CorrectChargeCommand, Result<Done>>
{
    public async Task<Result<GenerationDto>> Handle(CancelGenerationCommand request, CancellationToken cancellationToken)
    {
        // Assets are locked before generations, so what it is made for has to be known first.
        if (await reader.GetAsync(new GenerationId(request.Id), cancellationToken) is not { } seen) return GenerationErrors.NotFound;
        var subject = await assets.FindAsync(new AssetId(seen.ShotId), cancellationToken);
        if (await generations.FindAsync(new GenerationId(request.Id), cancellationToken) is not { } run) return GenerationErrors.NotFound;
        if ((await cancelling.CancelAsync([run], subject is null ? [] : [subject], cancellationToken)).Error is { } refused) return refused;
        return await reader.GetAsync(run.Id, cancellationToken) is { } shown ? shown : GenerationErrors.NotFound;
    }

    public async Task<Result<CancelledDto>> Handle(CancelShotGenerationsCommand request, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(new AssetId(request.ShotId), cancellationToken) is not { IsLive: true, Type.Slug: "shot" } shot) return AssetErrors.NotA("shot");
        var pending = await generations.PendingOfShotAsync(shot.Id, cancellationToken);
        var cancelled = await cancelling.CancelAsync(pending, [shot], cancellationToken);
        return cancelled.Then<CancelledDto>(_ => new CancelledDto(pending.Count));
    }

    public async Task<Result<CancelledDto>> Handle(CancelFilmGenerationsCommand request, CancellationToken cancellationToken)
    {
        // The film's lock keeps a generation of the film that is being accepted at this moment from slipping through.
        if (await assets.FindAsync(new AssetId(request.FilmId), cancellationToken) is not { IsLive: true, Type.Slug: "film" } film) return AssetErrors.NotA("film");
        var subjects = await assets.FindAllAsync([.. await generations.PendingSubjectsAsync(film.Id, cancellationToken)], cancellationToken);
        var pending = await generations.PendingOfFilmAsync(film.Id, cancellationToken);
        var cancelled = await cancelling.CancelAsync(pending, [.. subjects.Values], cancellationToken);
        return cancelled.Then<CancelledDto>(_ => new CancelledDto(pending.Count));
    }

    public async Task<Result<Done>> Handle(CorrectChargeCommand request, CancellationToken cancellationToken)
    {
        var subject = await assets.FindAsync(request.SubjectId, cancellationToken);
        if (await generations.FindAsync(request.Id, cancellationToken) is not { } run) return GenerationErrors.NotFound;
        var before = run.CostAmount;
        if (run.Correct(request.Attempt, run.ChargeFor(request.Cost, true, budgeting.RateInto(run.Currency)))) CostKeeping.Keep(subject, run, before);
        return Done.Ok;
    }
}

/// <summary>Cancels for all commands.</summary>
internal sealed class GenerationCancelling(IGenerationQueue queue, IGenerationTurns turns, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>A worker hears within a heartbeat that it has lost the claim, and breaks its call off.</summary>
    private static readonly TimeSpan CallsLast = TimeSpan.FromSeconds(20);

    /// <summary>Cancels generations that are loaded and locked.</summary>
    /// <param name="runs">Which.</param>
    /// <param name="subjects">What they are made for, loaded and locked.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<Done>> CancelAsync(IReadOnlyList<GenerationRun> runs, IReadOnlyList<Asset> subjects, CancellationToken ct)
    {
        var (away, unclear) = (new List<GenerationId>(), new List<GenerationId>());
        foreach (var run in runs)
        {
            var (before, cost) = (run.Status, run.CostAmount);
            if (run.Cancel(clock.GetUtcNow()).Error is { } refused) return refused;
            CostKeeping.Keep(subjects.FirstOrDefault(s => s.Id == run.ShotId), run, cost);
            activity.Note(run, before);
            if (before is not GenerationStatus.Queued) (run.ExternalId is null ? unclear : away).Add(run.Id);
        }

        await unitOfWork.FlushAsync(ct);
        await turns.LeaveAsync([.. runs.Select(r => r.Id)], ct);
        // A last step tells the provider; outside this transaction, like every call.
        if (away.Count > 0) await queue.EnqueueAsync(away, TimeSpan.Zero, ct);
        // The call may still be on its way: the provider can only be asked what it has when nothing can arrive any more.
        if (unclear.Count > 0) await queue.EnqueueAsync(unclear, CallsLast, ct);
        return Done.Ok;
    }
}
