using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Replaces what a shot is made with. A list that is left out stays; an empty one removes.</summary>
[Requires(Permission.Edit)]
public sealed record LinkShotAssetsCommand(Guid ShotId, ShotLinks Links) : ICommand<ShotDto>;

/// <summary>What a shot is made with: ids, in order.</summary>
public sealed record ShotLinks
{
    /// <summary>Characters it shows.</summary>
    public IReadOnlyList<Guid>? Characters { get; init; }
    /// <summary>Where it plays.</summary>
    public IReadOnlyList<Guid>? Locations { get; init; }
    /// <summary>Props it shows.</summary>
    public IReadOnlyList<Guid>? Props { get; init; }
    /// <summary>Styles it is made in.</summary>
    public IReadOnlyList<Guid>? Styles { get; init; }
    /// <summary>What sounds, in layers, bottom first.</summary>
    public IReadOnlyList<Guid>? Audio { get; init; }
    /// <summary>Scripts it is taken from.</summary>
    public IReadOnlyList<Guid>? Scripts { get; init; }
    /// <summary>Anything else.</summary>
    public IReadOnlyList<Guid>? Assets { get; init; }
}

internal sealed class LinkShotAssetsHandler(IAssetRepository assets, LinkReplacing replacing, IShotReader reader, IUnitOfWork unitOfWork) : IRequestHandler<LinkShotAssetsCommand, Result<ShotDto>>
{
    public async Task<Result<ShotDto>> Handle(LinkShotAssetsCommand request, CancellationToken cancellationToken)
    {
        var shot = await assets.LiveAsync(request.ShotId, cancellationToken, type: "shot", notFound: FilmErrors.ShotNotFound);
        if (shot.Error is { } missing) return missing;
        var links = request.Links;
        (RelationshipKind Kind, IReadOnlyList<Guid>? Ids, string Field)[] lists =
        [
            (RelationshipKind.UsesCharacter, links.Characters, "characters"), (RelationshipKind.UsesLocation, links.Locations, "locations"),
            (RelationshipKind.UsesProp, links.Props, "props"), (RelationshipKind.UsesStyle, links.Styles, "styles"),
            (RelationshipKind.UsesAudio, links.Audio, "audio"), (RelationshipKind.UsesScript, links.Scripts, "scripts"),
            (RelationshipKind.UsesAsset, links.Assets, "assets"),
        ];
        foreach (var (kind, ids, field) in lists)
        {
            if (ids is null) continue;
            if (ids.Count > NewShot.MaxCharacters) return Error.Field(field, $"At most {NewShot.MaxCharacters} links of a kind.");
            if ((await replacing.ReplaceAsync(shot.Value, kind, ids, field, cancellationToken)).Error is { } refused) return refused;
        }

        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShotAsync(shot.Value.Id, cancellationToken) is { } shown ? shown : FilmErrors.ShotNotFound;
    }
}
