using Director.Application.Notes;
using Director.Domain.Assets;
using Director.Domain.Notes;
using Director.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Queries;

/// <summary>Reads notes.</summary>
internal sealed class NoteReader(DirectorDbContext db, DirectorSql sql) : INoteReader
{
    public async Task<IReadOnlyList<NoteDto>?> OfTakeAsync(AssetId take, CancellationToken ct)
    {
        var known = await sql.ReadAsync(
            "select true from assets where workspace_id = @workspace and id = @take and type = 'shot_take' and deleted_at is null and deleted_with is null",
            p => p.AddWithValue("take", take.Value), _ => true, ct);
        return known.Count == 0 ? null : await ShowAsync(db.Notes.Where(n => n.TakeId == take), ct);
    }

    public async Task<IReadOnlyList<NoteDto>> OfLinkAsync(ShareLinkId link, IReadOnlyCollection<Guid> takes, CancellationToken ct)
    {
        var wanted = takes.Select(t => new AssetId(t)).ToList();
        return await ShowAsync(db.Notes.Where(n => n.ShareLinkId == link && wanted.Contains(n.TakeId)), ct);
    }

    private static async Task<IReadOnlyList<NoteDto>> ShowAsync(IQueryable<Note> notes, CancellationToken ct) =>
        [.. (await notes.AsNoTracking().OrderBy(n => n.FrameIn).ThenBy(n => n.Id).ToListAsync(ct)).Select(Application.Notes.NoteDto.Of)];
}
