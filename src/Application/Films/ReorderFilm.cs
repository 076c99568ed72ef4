using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Films;

/// <summary>Moves any number of scenes and shots of a film, in the order given, all or nothing.</summary>
[Requires(Permission.Edit)]
public sealed record ReorderFilmCommand(Guid FilmId, IReadOnlyList<ReorderMove> Moves) : ICommand<FilmStructureDto>;

/// <summary>One move.</summary>
/// <param name="Id">A scene or shot of the film.</param>
/// <param name="ParentId">The scene or film it goes to; null: where it is.</param>
/// <param name="After">Behind this sibling; null: to the front.</param>
public sealed record ReorderMove(Guid Id, Guid? ParentId = null, Guid? After = null);

internal sealed class ReorderFilmValidator : AbstractValidator<ReorderFilmCommand>
{
    public ReorderFilmValidator() => RuleFor(c => c.Moves).Must(m => m.Count is > 0 and <= 5_000).WithMessage("Between 1 and 5,000 moves in one request.")
        .Must(m => m.All(move => move is not null)).WithMessage("A move is an object.");
}

internal sealed class ReorderFilmHandler(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<ReorderFilmCommand, Result<FilmStructureDto>>
{
    public async Task<Result<FilmStructureDto>> Handle(ReorderFilmCommand request, CancellationToken cancellationToken)
    {
        var tree = await assets.TreeAsync(new AssetId(request.FilmId), [AssetTypes.Get("film"), AssetTypes.Get("scene"), AssetTypes.Get("shot")], cancellationToken);
        var byId = tree.ToDictionary(a => a.Id.Value);
        if (!byId.TryGetValue(request.FilmId, out var film) || film.Type.Slug != "film") return FilmErrors.NotFound;

        // Siblings by parent and type, kept in order while the moves are applied, so that each move sees the ones before it.
        var siblings = tree.Where(a => a.ParentId is not null).GroupBy(a => (a.ParentId!.Value.Value, a.Type.Slug))
            .ToDictionary(g => g.Key, g => g.OrderBy(a => a.Position, StringComparer.Ordinal).ThenBy(a => a.Id.Value).ToList());
        var stamp = caller.Stamp(clock);
        for (var i = 0; i < request.Moves.Count; i++)
        {
            if (Apply(request.Moves[i], byId, siblings, stamp) is { } refused) return refused.Below($"[{i}]");
        }

        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.StructureAsync(film.Id, TakesShown.Selected, cancellationToken) is { } structure ? structure : FilmErrors.NotFound;
    }

    private static Error? Apply(ReorderMove move, Dictionary<Guid, Asset> byId, Dictionary<(Guid, string), List<Asset>> siblings, Stamp stamp)
    {
        if (!byId.TryGetValue(move.Id, out var moved) || moved.ParentId is null) return Error.Field("id", "There is no such scene or shot in this film.", "asset.notFound", ErrorKind.NotFound);
        if (!byId.TryGetValue(move.ParentId ?? moved.ParentId.Value.Value, out var parent)) return AssetErrors.ParentNotFound;
        if (parent.Id != moved.ParentId && Asset.CheckParent(moved.Type, parent) is { } misplaced) return misplaced;

        siblings[(moved.ParentId.Value.Value, moved.Type.Slug)].Remove(moved);
        if (!siblings.TryGetValue((parent.Id.Value, moved.Type.Slug), out var row)) siblings[(parent.Id.Value, moved.Type.Slug)] = row = [];
        var at = 0;
        if (move.After is { } after && (at = row.FindIndex(a => a.Id.Value == after) + 1) == 0) return AssetErrors.NotASibling("after");

        if (!OrderKey.TryBetween(at > 0 ? OrderKey.Parse(row[at - 1].Position) : null, at < row.Count ? OrderKey.Parse(row[at].Position) : null, out var key))
        {
            // The gap is used up: lay this row out anew and go on.
            var fresh = OrderKey.Sequence(row.Count);
            for (var i = 0; i < row.Count; i++) row[i].Move(parent, fresh[i].Value, stamp);
            key = OrderKey.Between(at > 0 ? fresh[at - 1] : null, at < row.Count ? fresh[at] : null);
        }

        if (moved.Move(parent, key.Value, stamp).Error is { } refused) return refused;
        row.Insert(at, moved);
        return null;
    }
}
