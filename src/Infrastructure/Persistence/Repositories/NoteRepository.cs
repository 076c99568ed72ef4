using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Notes;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

internal sealed class NoteRepository(DirectorDbContext db, ICaller caller) : INoteRepository
{
    public Task<Note?> FindAsync(AssetId take, NoteId id, CancellationToken ct) =>
        db.Notes.FromSql($"select * from notes where workspace_id = {caller.Workspace().Value} and take_id = {take.Value} and id = {id.Value} for no key update").SingleOrDefaultAsync(ct);

    public Task<int> CountAsync(AssetId take, CancellationToken ct) => db.Notes.CountAsync(n => n.TakeId == take, ct);

    public void Add(Note note) => db.Notes.Add(note);

    public void Remove(Note note) => db.Notes.Remove(note);
}
