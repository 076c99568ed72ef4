using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

internal sealed class ShareRepository(DirectorDbContext db, ICaller caller) : IShareRepository
{
    private Guid Workspace => caller.Workspace().Value;

    public Task<ShareLink?> FindAsync(ShareLinkId id, CancellationToken ct) =>
        db.ShareLinks.FromSql($"select * from share_links where workspace_id = {Workspace} and id = {id.Value} for no key update").SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, string>> TypesAsync(IReadOnlyCollection<Guid> assets, CancellationToken ct)
    {
        var wanted = assets.Select(a => new AssetId(a)).ToList();
        return await db.Assets.AsNoTracking().Where(a => wanted.Contains(a.Id) && a.DeletedAt == null && a.DeletedWith == null)
            .Select(a => new { a.Id, a.Type }).ToDictionaryAsync(a => a.Id.Value, a => a.Type.Slug, ct);
    }

    public void Add(ShareLink link, IReadOnlyList<AssetId> items)
    {
        db.ShareLinks.Add(link);
        db.ShareLinkItems.AddRange(items.Select((item, i) => new ShareLinkItem(link.WorkspaceId, link.Id, item, i)));
    }

    public void Add(ShareGuest guest) => db.ShareGuests.Add(guest);

    public Task NoteVisitAsync(ShareVisit visit, CancellationToken ct)
    {
        var asset = visit.AssetId?.Value;
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into share_link_visits (workspace_id, id, link_id, guest_id, what, asset_id, address, first_at, last_at, times)
             values ({Workspace}, {visit.Id}, {visit.LinkId.Value}, {visit.GuestId}, {visit.What}, {asset}::uuid, {visit.Address}::text, {visit.FirstAt}, {visit.LastAt}, 1)
             on conflict (workspace_id, guest_id, what, asset_id) do update
             set last_at = excluded.last_at, address = excluded.address, times = share_link_visits.times + 1
             """, ct);
    }
}
