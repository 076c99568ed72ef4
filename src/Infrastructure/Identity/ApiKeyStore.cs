using Director.Application.ApiKeys;
using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Persistence.Queries;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="IApiKeyStore" />
internal sealed class ApiKeyStore(DirectorDbContext db, DirectorSql sql, ICaller caller, ApiKeyDirectory directory, AfterCommit afterCommit) : IApiKeyStore
{
    public void Add(ApiKey key) => db.ApiKeys.Add(key);

    public Task<ApiKey?> FindLiveAsync(ApiKeyId id, CancellationToken ct) => db.ApiKeys
        .FromSqlInterpolated($"select * from api_keys where workspace_id = {caller.Workspace().Value} and id = {id.Value} and revoked_at is null for no key update")
        .SingleOrDefaultAsync(ct);

    public void Forget(ApiKey key) => afterCommit.Release(new Afterwards(() => directory.Forget(key.WorkspaceId, key.Id)));

    public async Task<IReadOnlyList<ApiKeyDto>> ListAsync(CancellationToken ct) => await sql.ReadAsync("""
        select k.id, k.name, k.scopes, k.created_at, k.created_by, u.display_name, k.expires_at, k.last_used_at
        from api_keys k join users u on u.id = k.created_by
        where k.workspace_id = @workspace and k.revoked_at is null
        order by k.created_at desc, k.id desc
        """, _ => { }, r => new ApiKeyDto(
            r.GetGuid(0), r.GetString(1), [.. ApiKey.PermissionsOf(r.GetString(2)).Order()], r.GetFieldValue<DateTimeOffset>(3), r.GetGuid(4), r.GetString(5),
            r.IsDBNull(6) ? null : r.GetFieldValue<DateTimeOffset>(6), r.IsDBNull(7) ? null : r.GetFieldValue<DateTimeOffset>(7)), ct);
}
