using Director.Application.Common.Paging;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Which generations a listing shows.</summary>
public sealed record GenerationFilter(Guid? FilmId, Guid? ShotId, IReadOnlyList<GenerationStatus> States, string? Cursor, int Limit);

/// <summary>Reads generations for showing.</summary>
public interface IGenerationReader
{
    /// <summary>One; null when there is none.</summary>
    Task<GenerationDto?> GetAsync(GenerationId id, CancellationToken ct);

    /// <summary>A page, newest first.</summary>
    Task<Result<Page<GenerationDto>>> ListAsync(GenerationFilter filter, CancellationToken ct);

    /// <summary>The characters that each of these shots shows, in order, as they are now.</summary>
    Task<ILookup<Guid, CastMember>> CastAsync(IReadOnlyCollection<Guid> shots, CancellationToken ct);

    /// <summary>The locations, props and styles that each of these shots is linked to, in that order, as they are now.</summary>
    Task<ILookup<Guid, LookReference>> LooksAsync(IReadOnlyCollection<Guid> shots, CancellationToken ct);
}
