using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Takes back everything of a film that has not ended.</summary>
[Requires(Permission.Generate)]
public sealed record CancelFilmGenerationsCommand(Guid FilmId) : ICommand<CancelledDto>;

internal sealed class CancelFilmGenerationsHandler(
    IAssetRepository assets, IGenerationRepository generations, GenerationCancelling cancelling)
    : IRequestHandler<CancelFilmGenerationsCommand, Result<CancelledDto>>
{
    public async Task<Result<CancelledDto>> Handle(CancelFilmGenerationsCommand request, CancellationToken cancellationToken)
    {
        // The film's lock keeps a generation of the film that is being accepted at this moment from slipping through.
        if (await assets.FindAsync(new AssetId(request.FilmId), cancellationToken) is not { IsLive: true, Type.Slug: "film" } film) return AssetErrors.NotA("film");
        var subjects = await assets.FindAllAsync([.. await generations.PendingSubjectsAsync(film.Id, cancellationToken)], cancellationToken);
        var pending = await generations.PendingOfFilmAsync(film.Id, cancellationToken);
        var cancelled = await cancelling.CancelAsync(pending, [.. subjects.Values], cancellationToken);
        return cancelled.Then<CancelledDto>(_ => new CancelledDto(pending.Count));
    }
}
