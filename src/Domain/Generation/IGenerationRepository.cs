using Director.Domain.Assets;

namespace Director.Domain.Generation;

/// <summary>The generations of the caller's workspace. Assets are locked before generations, never after.</summary>
public interface IGenerationRepository
{
    /// <summary>Adds a new one.</summary>
    void Add(GenerationRun generation);

    /// <summary>Loads and locks one; null when there is none.</summary>
    Task<GenerationRun?> FindAsync(GenerationId id, CancellationToken ct);

    /// <summary>Loads and locks one that this worker still holds: the token is part of the condition. Null when another holds it or it has ended.</summary>
    Task<GenerationRun?> FindHeldAsync(GenerationId id, Guid token, CancellationToken ct);

    /// <summary>Loads and locks every one of a film that has not ended, in order of id.</summary>
    Task<IReadOnlyList<GenerationRun>> PendingOfFilmAsync(AssetId filmId, CancellationToken ct);

    /// <summary>Loads and locks every one of a shot, or of another asset, that has not ended, in order of id.</summary>
    Task<IReadOnlyList<GenerationRun>> PendingOfShotAsync(AssetId shotId, CancellationToken ct);

    /// <summary>What the generations of a film that have not ended are made for; locks nothing.</summary>
    Task<IReadOnlyList<AssetId>> PendingSubjectsAsync(AssetId filmId, CancellationToken ct);

    /// <summary>Of these shots, the ones for which something is still to come; locks nothing.</summary>
    Task<IReadOnlySet<AssetId>> ShotsWithPendingAsync(IReadOnlyCollection<AssetId> shots, CancellationToken ct);

    /// <summary>Keeps what a finished take was made from, so that what changes of it later is seen. The take is stored already.</summary>
    Task KeepSourcesAsync(AssetId take, AssetId film, IReadOnlyCollection<RecipeSource> sources, CancellationToken ct);

    /// <summary>Takes hold of one that nobody holds or whose holder's lease has run out by the database's clock.</summary>
    /// <returns>Whether it is ours now.</returns>
    Task<bool> ClaimAsync(GenerationId id, Guid token, TimeSpan lease, CancellationToken ct);

    /// <summary>Prolongs the lease, if this worker still holds it.</summary>
    Task<bool> RenewAsync(GenerationId id, Guid token, TimeSpan lease, CancellationToken ct);

    /// <summary>How long, by the database's clock, until somebody else may claim it; null when it is free, has ended or is unknown.</summary>
    Task<TimeSpan?> HeldForAsync(GenerationId id, CancellationToken ct);
}
