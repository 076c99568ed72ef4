using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Tags;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

internal sealed class TagRepository(DirectorDbContext db, IActivityLog log, ICaller caller) : ITagRepository
{
    public Task<Tag?> FindAsync(TagId id, CancellationToken ct) => db.Tags.SingleOrDefaultAsync(t => t.Id == id, ct);

    public async Task<IReadOnlyList<Tag>> FindAllAsync(IReadOnlyCollection<TagId> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : await db.Tags.Where(t => ids.Contains(t.Id)).ToListAsync(ct);

    public async Task<IReadOnlyList<Tag>> FindOrAddAsync(IReadOnlyCollection<Tag> tags, CancellationToken ct)
    {
        if (tags.Count == 0) return [];
        var found = await NamedAsync(tags, ct);
        var missing = tags.ExceptBy(found.Select(t => t.Name), t => t.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (missing.Count == 0) return found;

        // In order of name, so that two commands with the same new words never wait for each other in a circle.
        foreach (var tag in missing.OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase))
        {
            var added = await db.Database.ExecuteSqlAsync(
                $"""
                 insert into tags (workspace_id, id, name, created_at) values ({tag.WorkspaceId.Value}, {tag.Id.Value}, {tag.Name}, {tag.CreatedAt})
                 on conflict do nothing
                 """, ct);
            if (added == 1) log.Add("tag", tag.Id.Value, null, null, JsonSerializer.SerializeToElement(new { name = tag.Name }));
        }

        return await NamedAsync(tags, ct);
    }

    public async Task<IReadOnlyList<AssetId>> RootsWithAsync(TagId id, CancellationToken ct) =>
        await db.AssetTags.Where(t => t.TagId == id).Join(db.Assets, t => t.AssetId, a => a.Id, (_, a) => a.RootId).Distinct().ToListAsync(ct);

    public async Task<IReadOnlyList<AssetId>> AssetsWithAsync(TagId id, CancellationToken ct) =>
        await db.AssetTags.Where(t => t.TagId == id).OrderBy(t => t.AssetId).Select(t => t.AssetId).ToListAsync(ct);

    public async Task<IReadOnlyList<AssetId>> PutOnAsync(TagId id, IReadOnlyCollection<AssetId> assets, CancellationToken ct)
    {
        if (assets.Count == 0) return [];
        var (workspace, wanted) = (caller.Workspace().Value, assets.Select(a => a.Value).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into asset_tags (workspace_id, asset_id, tag_id)
             select workspace_id, id, {id.Value} from assets where workspace_id = {workspace} and id = any({wanted})
             on conflict do nothing
             """, ct);
        return await AssetsWithAsync(id, ct);
    }

    private async Task<IReadOnlyList<Tag>> NamedAsync(IReadOnlyCollection<Tag> tags, CancellationToken ct)
    {
        var names = tags.Select(t => t.Name).ToArray();
        return await db.Tags.FromSql($"select * from tags where lower(name) in (select lower(n) from unnest({names}) as n)").ToListAsync(ct);
    }

    public async Task<IReadOnlyList<AssetTag>> OfAssetAsync(AssetId asset, CancellationToken ct) => await db.AssetTags.Where(t => t.AssetId == asset).ToListAsync(ct);

    public void Add(Tag tag) => db.Tags.Add(tag);

    public void Add(AssetTag link) => db.AssetTags.Add(link);

    public void Remove(AssetTag link) => db.AssetTags.Remove(link);

    public void Remove(Tag tag) => db.Tags.Remove(tag);
}
