using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Films;

/// <summary>Who is in a film.</summary>
[Requires(Permission.Look)]
public sealed record ListCastQuery(Guid FilmId) : IQuery<IReadOnlyList<AssetDto>>;

/// <summary>Casts a character (location, prop, style) of the workspace in a film. Casting it again changes nothing.</summary>
[Requires(Permission.Edit)]
public sealed record CastCharacterCommand(Guid FilmId, Guid CharacterId) : ICommand<AssetDto>;

/// <summary>Makes a character and casts it.</summary>
[Requires(Permission.Edit)]
public sealed record CreateCharacterCommand(Guid FilmId, string Name, string? Description, JsonElement? Details) : ICommand<AssetDto>;

/// <summary>Takes a character out of a film; its shots keep their links.</summary>
[Requires(Permission.Edit)]
public sealed record UncastCharacterCommand(Guid FilmId, Guid CharacterId) : ICommand<Done>;

internal sealed class ListCastHandler(IAssetReader reader) : IRequestHandler<ListCastQuery, Result<IReadOnlyList<AssetDto>>>
{
    public async Task<Result<IReadOnlyList<AssetDto>>> Handle(ListCastQuery request, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(new AssetId(request.FilmId), cancellationToken) is not { Type: "film" }) return FilmErrors.NotFound;
        var linked = await reader.LinkedAsync(new AssetId(request.FilmId), new LinkedFilter(false, [RelationshipKind.CastIn.Slug], [], null, AssetLimits.Batch), cancellationToken);
        return linked.Then(page => Result<IReadOnlyList<AssetDto>>.Of([.. page.Items.Select(i => i.Asset)]));
    }
}

internal sealed class CastCharacterHandler(IAssetRepository assets, Casting casting, IAssetReader reader) : IRequestHandler<CastCharacterCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CastCharacterCommand request, CancellationToken cancellationToken)
    {
        var loaded = await assets.FindAllAsync([new(request.FilmId), new(request.CharacterId)], cancellationToken);
        if (!loaded.TryGetValue(new(request.FilmId), out var film) || !film.IsLive || film.Type.Slug != "film") return FilmErrors.NotFound;
        if (!loaded.TryGetValue(new(request.CharacterId), out var character) || !character.IsLive) return FilmErrors.CharacterNotFound;
        if ((await casting.CastAsync(film, character, cancellationToken)).Error is { } refused) return refused;
        return await reader.ShowAsync(character.Id, cancellationToken);
    }
}

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

internal sealed class UncastCharacterHandler(IAssetRepository assets) : IRequestHandler<UncastCharacterCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(UncastCharacterCommand request, CancellationToken cancellationToken)
    {
        var film = await assets.LiveAsync(request.FilmId, cancellationToken, type: "film", notFound: FilmErrors.NotFound);
        if (film.Error is { } missing) return missing;
        var link = (await assets.LinksToAsync(film.Value.Id, RelationshipKind.CastIn, cancellationToken)).FirstOrDefault(l => l.ParentId.Value == request.CharacterId);
        if (link is null) return FilmErrors.CharacterNotFound;
        assets.Remove(link);
        return Done.Ok;
    }
}

/// <summary>Links a member of the cast to a film, once.</summary>
internal sealed class Casting(IAssetRepository assets, ICaller caller, IIdSource ids, TimeProvider clock)
{
    internal async Task<Result<Done>> CastAsync(Asset film, Asset character, CancellationToken ct)
    {
        var cast = await assets.LinksToAsync(film.Id, RelationshipKind.CastIn, ct);
        if (cast.Any(l => l.ParentId == character.Id)) return Done.Ok;
        var link = AssetRelationship.Create(new RelationshipId(ids.Next()), character, film, RelationshipKind.CastIn, cast.Count, "{}", caller.Stamp(clock));
        if (link.Error is { } refused) return refused with { Fields = [new FieldFault("characterId", refused.Message)] };
        assets.Add(link.Value);
        return Done.Ok;
    }
}
