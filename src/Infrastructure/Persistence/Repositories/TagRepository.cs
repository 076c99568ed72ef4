using Director.Domain.Assets;
using Director.Domain.Tags;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Persistence.Repositories;

internal sealed class TagRepository(DirectorDbContext db) : ITagRepository
{
    public Task<Tag?> FindAsync(TagId id, CancellationToken ct) => db.Tags.SingleOrDefaultAsync(t => t.Id == id, ct);

    public async Task<IReadOnlyList<Tag>> FindByNamesAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var lowered = names.Select(n => n.ToLowerInvariant()).ToList();
#pragma warning disable CA1304, CA1311, CA1862 // translated to lower(name), which the unique index is on
        return await db.Tags.Where(t => lowered.Contains(t.Name.ToLower())).ToListAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
    }

    public async Task<IReadOnlyList<Tag>> AllAsync(CancellationToken ct) => await db.Tags.OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<AssetTag>> OfAssetAsync(AssetId asset, CancellationToken ct) => await db.AssetTags.Where(t => t.AssetId == asset).ToListAsync(ct);

    public void Add(Tag tag) => db.Tags.Add(tag);

    public void Add(AssetTag link) => db.AssetTags.Add(link);

    public void Remove(AssetTag link) => db.AssetTags.Remove(link);

    public void Remove(Tag tag) => db.Tags.Remove(tag);
}
