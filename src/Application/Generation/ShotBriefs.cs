using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>A shot as a recipe includes it.</summary>
/// <param name="Brief">What a provider is told.</param>
/// <param name="Prompt">The shot's own prompt; null or blank: it has none.</param>
/// <param name="Sources">Everything this was read from.</param>
internal sealed record SeenShot(ShotBrief Brief, string? Prompt, IReadOnlyList<RecipeSource> Sources);

/// <summary>Reads shots for recipes: their words, who and what is in them, and what each of those is now.</summary>
internal sealed class ShotBriefs(IGenerationReader reader)
{
    /// <param name="branch">The film, the scene if there is one, and the shot, loaded and locked.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<SeenShot> ReadAsync(IReadOnlyList<Asset> branch, CancellationToken ct)
    {
        var scenes = branch.Where(a => a.Type.Slug == "scene").ToDictionary(a => a.Id);
        var shot = branch.Last(a => a.Type.Slug == "shot");
        return (await ReadAsync(branch[0], scenes, [shot], ct))[shot.Id];
    }

    internal async Task<IReadOnlyDictionary<AssetId, SeenShot>> ReadAsync(Asset film, IReadOnlyDictionary<AssetId, Asset> scenes, IReadOnlyList<Asset> shots, CancellationToken ct)
    {
        var ids = shots.Select(s => s.Id.Value).ToList();
        var cast = await reader.CastAsync(ids, ct);
        var looks = await reader.LooksAsync(ids, ct);
        var briefs = shots.ToDictionary(s => s.Id, s => RecipeWriter.Brief(film, scenes.GetValueOrDefault(s.ParentId!.Value), s, cast[s.Id.Value], looks[s.Id.Value]));
        var sources = await reader.SourcesAsync([.. shots.SelectMany(s => Of(s, scenes, briefs[s.Id])).Distinct()], ct);
        return shots.ToDictionary(s => s.Id, s => new SeenShot(briefs[s.Id], s.As<ShotDetails>().Prompt, [.. Of(s, scenes, briefs[s.Id]).Where(sources.ContainsKey).Select(id => sources[id])]));
    }

    private static IEnumerable<Guid> Of(Asset shot, IReadOnlyDictionary<AssetId, Asset> scenes, ShotBrief brief) =>
        new[] { shot.Id.Value }.Concat(scenes.ContainsKey(shot.ParentId!.Value) ? [shot.ParentId.Value.Value] : [])
            .Concat(brief.Cast.Select(c => c.AssetId)).Concat(brief.Looks.Select(l => l.AssetId)).Distinct();
}
