using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Films;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Shots;

/// <summary>Adds a shot to a film that has no scenes yet.</summary>
[Requires(Permission.Edit)]
public sealed record AddShotToFilmCommand(Guid FilmId, NewShot Shot) : ICommand<AssetDto>;

/// <summary>Adds a shot to a scene.</summary>
[Requires(Permission.Edit)]
public sealed record AddShotToSceneCommand(Guid SceneId, NewShot Shot) : ICommand<AssetDto>;

/// <summary>A shot to be.</summary>
public sealed record NewShot
{
    /// <summary>Characters of the film that it may show.</summary>
    public const int MaxCharacters = 64;

    /// <summary>Its name on the board; null: the description's beginning.</summary>
    public string? Name { get; init; }
    /// <summary>The action line.</summary>
    public string? Description { get; init; }
    /// <summary>ECU, CU, MS, WS, EWS…</summary>
    public string? ShotSize { get; init; }
    /// <summary>low, eye, high, dutch…</summary>
    public string? CameraAngle { get; init; }
    /// <summary>locked, pan, tilt, track, pushIn, pullOut…</summary>
    public string? Movement { get; init; }
    /// <summary>The lens.</summary>
    public string? Lens { get; init; }
    /// <summary>Frames at the film's rate.</summary>
    public int? DurationFrames { get; init; }
    /// <summary>What is asked of a provider.</summary>
    public string? Prompt { get; init; }
    /// <summary>What is said.</summary>
    public string? Dialogue { get; init; }
    /// <summary>Ids of the characters it shows.</summary>
    public IReadOnlyList<Guid>? Characters { get; init; }
    /// <summary>Behind this shot; null: at the end.</summary>
    public Guid? After { get; init; }
    /// <summary>Its code; null: the film's scheme gives the next.</summary>
    public string? Code { get; init; }
}

internal sealed class NewShotValidator : AbstractValidator<NewShot>
{
    public NewShotValidator() =>
        RuleFor(s => s.Characters).Must(c => c is null || c.Count <= NewShot.MaxCharacters).WithMessage($"A shot shows at most {NewShot.MaxCharacters} characters.");
}

internal sealed class AddShotToFilmHandler(ShotMaking making, IAssetReader reader) : IRequestHandler<AddShotToFilmCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(AddShotToFilmCommand request, CancellationToken cancellationToken)
    {
        var made = await making.AddAsync(request.FilmId, "film", FilmErrors.NotFound, request.Shot, cancellationToken);
        return made.Error is { } refused ? refused : await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}

internal sealed class AddShotToSceneHandler(ShotMaking making, IAssetReader reader) : IRequestHandler<AddShotToSceneCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(AddShotToSceneCommand request, CancellationToken cancellationToken)
    {
        var made = await making.AddAsync(request.SceneId, "scene", FilmErrors.SceneNotFound, request.Shot, cancellationToken);
        return made.Error is { } refused ? refused : await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}

/// <summary>Makes a shot with what it shows, for the two commands that add one.</summary>
internal sealed class ShotMaking(IAssetRepository assets, AssetMaking making, Linking linking, IUnitOfWork unitOfWork)
{
    internal async Task<Result<Asset>> AddAsync(Guid parentId, string parentType, Error notFound, NewShot shot, CancellationToken ct)
    {
        // The film's row first: codes are unique in the film.
        var branch = await assets.FindBranchAsync(new AssetId(parentId), ct);
        if (branch.LastOrDefault() is not { IsLive: true } parent || parent.Type.Slug != parentType) return notFound;
        var details = new ShotDetails
        {
            Description = shot.Description,
            ShotSize = shot.ShotSize,
            CameraAngle = shot.CameraAngle,
            Movement = shot.Movement,
            Lens = shot.Lens,
            DurationFrames = shot.DurationFrames,
            Prompt = shot.Prompt,
            Dialogue = shot.Dialogue,
        };
        if (details.Faults is { Count: > 0 } faults) return Error.Of(faults);
        var made = await making.MakeAsync(
            new CreateAssetCommand { Type = "shot", Name = shot.Name ?? NameOf(shot.Description), After = shot.After, Code = shot.Code },
            AssetTypes.Of<ShotDetails>(), details, parent, ct);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(ct);
        if (shot.Characters is { Count: > 0 } shown && (await linking.ReplaceAsync(made.Value, RelationshipKind.UsesCharacter, shown, "characters", ct)).Error is { } unlinked) return unlinked;
        await unitOfWork.FlushAsync(ct);
        return made.Value;
    }

    /// <summary>The first words of an action line.</summary>
    internal static string NameOf(string? description)
    {
        const int most = 80;
        var text = description?.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
        if (text.Length == 0) return "New shot";
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most);
        return text[..(cut > most / 2 ? cut : most)].TrimEnd(',', ';', ':', '.') + "…";
    }
}

/// <summary>Replaces an asset's links of one kind by a list of ids, in its order.</summary>
internal sealed class Linking(IAssetRepository assets, ICaller caller, IIdSource ids, TimeProvider clock)
{
    internal async Task<Result<Done>> ReplaceAsync(Asset parent, RelationshipKind kind, IReadOnlyList<Guid> children, string field, CancellationToken ct)
    {
        var wanted = children.Distinct().Select(c => new AssetId(c)).ToList();
        var found = await assets.FindAllAsync(wanted, ct);
        var current = (await assets.LinksOfAsync(parent.Id, [kind], ct)).ToDictionary(l => l.ChildId);
        for (var i = 0; i < wanted.Count; i++)
        {
            var path = $"{field}[{children.ToList().IndexOf(wanted[i].Value)}]";
            if (!found.TryGetValue(wanted[i], out var child) || !child.IsLive) return RelationshipErrors.EndNotFound(path);
            if (current.Remove(child.Id, out var existing))
            {
                existing.Change(i, null);
                continue;
            }

            var link = AssetRelationship.Create(new RelationshipId(ids.Next()), parent, child, kind, i, "{}", caller.Stamp(clock));
            if (link.Error is { } refused) return refused with { Fields = [new FieldFault(path, refused.Message)] };
            assets.Add(link.Value);
        }

        foreach (var gone in current.Values) assets.Remove(gone);
        return Done.Ok;
    }
}
