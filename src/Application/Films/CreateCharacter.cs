using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Makes a character and casts it.</summary>
[Requires(Permission.Edit)]
public sealed record CreateCharacterCommand(Guid FilmId, string Name, string? Description, JsonElement? Details) : ICommand<AssetDto>;

internal sealed class CreateCharacterHandler(IAssetRepository assets, AssetMaking making, Casting casting, ICastColours colours, IAssetReader reader, IUnitOfWork unitOfWork)
    : IRequestHandler<CreateCharacterCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateCharacterCommand request, CancellationToken cancellationToken)
    {
        var film = await assets.LiveAsync(request.FilmId, cancellationToken, type: "film", notFound: FilmErrors.NotFound);
        if (film.Error is { } missing) return missing;
        var type = AssetTypes.Of<CharacterRefDetails>();
        var details = request.Details is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given
            ? type.Read(given)
            : new CharacterRefDetails { CharacterType = "human", Attributes = new Dictionary<string, string> { ["color"] = colours.Of(request.Name) } };
        if (details.Error is { } misfit) return misfit;
        var made = await making.MakeAsync(new CreateAssetCommand { Type = "character_ref", Name = request.Name, Description = request.Description },
            type, details.Value, null, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        if ((await casting.CastAsync(film.Value, made.Value, cancellationToken)).Error is { } uncast) return uncast;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}
