using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Which generations a listing shows.</summary>
public sealed record GenerationFilter(Guid? FilmId, Guid? ShotId, IReadOnlyList<GenerationStatus> States, string? Cursor, int Limit);

/// <summary>How a take came about.</summary>
/// <param name="Generation">The generation that made it.</param>
/// <param name="Recipe">What it was made from.</param>
public sealed record MadeTake(GenerationId Generation, Recipe Recipe);

/// <summary>Reads generations for showing.</summary>
public interface IGenerationReader
{
    /// <summary>One; null when there is none.</summary>
    Task<GenerationDto?> GetAsync(GenerationId id, CancellationToken ct);

    /// <summary>A page, newest first.</summary>
    Task<Result<Page<GenerationDto>>> ListAsync(GenerationFilter filter, CancellationToken ct);

    /// <summary>The characters that each of these shots shows, in order, as they are now.</summary>
    Task<ILookup<Guid, CastMember>> CastAsync(IReadOnlyCollection<Guid> shots, CancellationToken ct);

    /// <summary>What each of these assets is to whatever is made from it, as it is now.</summary>
    Task<IReadOnlyDictionary<Guid, RecipeSource>> SourcesAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct);

    /// <summary>What a take was made from; null when it was not generated here.</summary>
    Task<MadeTake?> MadeAsync(AssetId take, CancellationToken ct);

    /// <summary>Of what a take was made from, what has changed since, with what it is called now.</summary>
    Task<IReadOnlyList<ChangedSourceDto>> ChangedAsync(AssetId take, CancellationToken ct);

    /// <summary>The selected take of the shot before this one in film order, omitted ones left out; null when there is none.</summary>
    Task<AssetId?> TakeBeforeAsync(AssetId film, AssetId shot, CancellationToken ct);

    /// <summary>The locations, props and styles that each of these shots is linked to, in that order, as they are now.</summary>
    Task<ILookup<Guid, LookReference>> LooksAsync(IReadOnlyCollection<Guid> shots, CancellationToken ct);
}
