using System.Security.Cryptography;
using System.Text;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Persistence;
using Director.Infrastructure.Persistence.Queries;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Providers.Own;

/// <summary>What a workspace has of its own for one provider.</summary>
/// <param name="Provider">The provider's slug.</param>
/// <param name="Key">The key; null where it has none, or where it cannot be read.</param>
/// <param name="Readable">Whether what is kept can be read with this server's secret key.</param>
/// <param name="LastFour">The end of the key.</param>
/// <param name="BaseUrl">The address; null: the usual one.</param>
/// <param name="UpdatedAt">When it was set.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Mark">Another one whenever key or address are.</param>
internal sealed record OwnCredential(string Provider, Secret? Key, bool Readable, string? LastFour, Uri? BaseUrl, DateTimeOffset UpdatedAt, Guid UpdatedBy, string Mark);

/// <summary>The rows, sealed.</summary>
internal sealed class OwnCredentials(DirectorSql sql, DirectorDbContext db, ICaller caller, ISecretBox box)
{
    /// <summary>A key that is shorter would be half shown.</summary>
    private const int LeastToShow = 12;

    internal async Task<IReadOnlyList<OwnCredential>> ListAsync(CancellationToken ct) =>
        await sql.ReadAsync("select provider, box, last_four, base_url, updated_at, updated_by from provider_credentials where workspace_id = @workspace order by provider", _ => { }, r =>
        {
            var provider = r.GetString(0);
            var kept = r.IsDBNull(1) ? null : r.GetFieldValue<byte[]>(1);
            var key = kept is null ? null : box.Open(Purpose(provider), kept);
            var url = r.IsDBNull(3) ? null : r.GetString(3);
            return new OwnCredential(provider, key is null ? null : new Secret(Encoding.UTF8.GetString(key)), kept is null || key is not null, r.IsDBNull(2) ? null : r.GetString(2),
                url is null ? null : new Uri(url), r.GetFieldValue<DateTimeOffset>(4), r.GetGuid(5), Convert.ToHexString(SHA256.HashData([.. kept ?? [], .. Encoding.UTF8.GetBytes(url ?? "")])));
        }, ct);

    internal Task KeepAsync(string provider, string? key, string? baseUrl, Stamp stamp, CancellationToken ct)
    {
        var kept = key is null ? null : box.Seal(Purpose(provider), Encoding.UTF8.GetBytes(key));
        var end = key is { Length: >= LeastToShow } ? key[^4..] : null;
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into provider_credentials (workspace_id, provider, box, last_four, base_url, updated_at, updated_by)
             values ({caller.Workspace().Value}, {provider}, {kept}, {end}, {baseUrl}, {stamp.At}, {stamp.By.Value})
             on conflict (workspace_id, provider) do update set box = excluded.box, last_four = excluded.last_four, base_url = excluded.base_url,
               updated_at = excluded.updated_at, updated_by = excluded.updated_by
             """, ct);
    }

    internal async Task<bool> ForgetAsync(string provider, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"delete from provider_credentials where workspace_id = {caller.Workspace().Value} and provider = {provider}", ct) == 1;

    private string Purpose(string provider) => $"provider/{caller.Workspace().Value:N}/{provider}";
}
