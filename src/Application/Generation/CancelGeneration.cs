using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Takes one generation back. Work that the provider has already is asked to stop.</summary>
[Requires(Permission.Generate)]
public sealed record CancelGenerationCommand(Guid Id) : ICommand<GenerationDto>;

/// <summary>Takes back everything of a film that has not ended.</summary>
[Requires(Permission.Generate)]
public sealed record CancelFilmGenerationsCommand(Guid FilmId) : ICommand<CancelledDto>;

internal sealed class CancelGenerationHandler(IGenerationRepository generations, GenerationCancelling cancelling, IGenerationReader reader)
    : IRequestHandler<CancelGenerationCommand, Result<GenerationDto>>
{
    public async Task<Result<GenerationDto>> Handle(CancelGenerationCommand request, CancellationToken cancellationToken)
    {
        if (await generations.FindAsync(new GenerationId(request.Id), cancellationToken) is not { } run) return GenerationErrors.NotFound;
        if ((await cancelling.CancelAsync([run], cancellationToken)).Error is { } refused) return refused;
        return await reader.GetAsync(run.Id, cancellationToken) is { } shown ? shown : GenerationErrors.NotFound;
    }
}

internal sealed class CancelFilmGenerationsHandler(IAssetRepository assets, IGenerationRepository generations, GenerationCancelling cancelling)
    : IRequestHandler<CancelFilmGenerationsCommand, Result<CancelledDto>>
{
    public async Task<Result<CancelledDto>> Handle(CancelFilmGenerationsCommand request, CancellationToken cancellationToken)
    {
        // The film's lock keeps a generation of the film that is being accepted at this moment from slipping through.
        if (await assets.FindAsync(new AssetId(request.FilmId), cancellationToken) is not { IsLive: true, Type.Slug: "film" } film) return AssetErrors.NotA("film");
        var pending = await generations.PendingOfFilmAsync(film.Id, cancellationToken);
        var cancelled = await cancelling.CancelAsync(pending, cancellationToken);
        return cancelled.Then<CancelledDto>(_ => new CancelledDto(pending.Count));
    }
}

/// <summary>Cancels for both commands.</summary>
internal sealed class GenerationCancelling(IGenerationQueue queue, IActivityLog activity, IUnitOfWork unitOfWork, TimeProvider clock)
{
    internal async Task<Result<Done>> CancelAsync(IReadOnlyList<GenerationRun> runs, CancellationToken ct)
    {
        foreach (var run in runs)
        {
            var before = run.Status;
            if (run.Cancel(clock.GetUtcNow()).Error is { } refused) return refused;
            activity.Note(run, before);
        }

        await unitOfWork.FlushAsync(ct);
        // A last step tells the provider; outside this transaction, like every call.
        var away = runs.Where(r => r.ExternalId is not null).Select(r => r.Id).ToList();
        if (away.Count > 0) await queue.EnqueueAsync(away, TimeSpan.Zero, ct);
        return Done.Ok;
    }
}
