using Director.Domain.Assets;

namespace Director.Domain.Notes;

/// <summary>Notes of the caller's workspace. What it loads stays locked until the unit of work ends.</summary>
public interface INoteRepository
{
    /// <summary>Loads and locks a note of a take; null when there is none.</summary>
    Task<Note?> FindAsync(AssetId take, NoteId id, CancellationToken ct);

    /// <summary>How many notes a take has.</summary>
    Task<int> CountAsync(AssetId take, CancellationToken ct);

    /// <summary>Adds a note.</summary>
    void Add(Note note);

    /// <summary>Deletes a note; the record keeps what it said.</summary>
    void Remove(Note note);
}
