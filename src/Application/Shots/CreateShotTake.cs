using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Makes a take that was not generated: from an upload or from set. Its picture is put afterwards.</summary>
/// <param name="ShotId">The shot; it gives the number.</param>
/// <param name="Source">upload, set, drawn, or the crew's own word.</param>
/// <param name="Recipe">What it was made from, if known.</param>
/// <param name="Notes">The director's notes.</param>
/// <param name="Name">Its name; null: "Take n".</param>
[Requires(Permission.Edit)]
public sealed record CreateShotTakeCommand(Guid ShotId, string Source, TakeRecipe? Recipe, string? Notes, string? Name) : ICommand<AssetDto>;

internal sealed class CreateShotTakeHandler(IAssetRepository assets, AssetMaking making, IAssetReader reader, IUnitOfWork unitOfWork)
    : IRequestHandler<CreateShotTakeCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateShotTakeCommand request, CancellationToken cancellationToken)
    {
        var shot = await assets.LiveAsync(request.ShotId, cancellationToken, type: "shot", notFound: FilmErrors.ShotNotFound);
        if (shot.Error is { } missing) return missing;
        var details = new ShotTakeDetails { Source = request.Source, Recipe = request.Recipe, DirectorNotes = request.Notes };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        var wish = new CreateAssetCommand { Type = "shot_take", Name = request.Name ?? $"Take {shot.Value.LastChildNumber + 1}", Source = request.Source };
        var made = await making.MakeAsync(wish, AssetTypes.Of<ShotTakeDetails>(), details, shot.Value, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
