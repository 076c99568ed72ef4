using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Director.Infrastructure.Identity;

/// <summary>A live key with what its maker may do now.</summary>
internal sealed record KnownKey(CallerProfile Profile, byte[] SecretHash, DateTimeOffset? ExpiresAt);

/// <summary>
/// Looks API keys up with the person who made them and their role: one round trip on a connection of its own, behind the wall of the
/// workspace that the key names. Kept in memory for two seconds, as sessions are: a key withdrawn on another node is felt here by then.
/// </summary>
internal sealed class ApiKeyDirectory(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private const string Find = """
        select k.name, k.scopes, k.secret_hash, k.expires_at, u.id, u.display_name, u.email, m.role, w.slug, w.name
        from api_keys k
        join users u on u.id = k.created_by and u.disabled_at is null
        join workspace_members m on m.workspace_id = k.workspace_id and m.user_id = k.created_by
        join workspaces w on w.id = k.workspace_id
        where k.workspace_id = $1 and k.id = $2 and k.revoked_at is null
        """;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The key and what it may do; null when it is unknown, withdrawn or expired, or who made it is disabled or no member any more.</summary>
    internal async Task<KnownKey?> FindAsync(WorkspaceId workspace, ApiKeyId key, CancellationToken ct)
    {
        if (!known.TryGetValue((workspace, key), out KnownKey? found))
        {
            found = await ReadAsync(workspace, key, ct);
            if (found is not null) known.Set((workspace, key), found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });
        }

        return found is null || found.ExpiresAt <= clock.GetUtcNow() ? null : found;
    }

    /// <summary>The next look-up asks the database.</summary>
    internal void Forget(WorkspaceId workspace, ApiKeyId key) => known.Remove((workspace, key));

    /// <summary>The same for every key that this person has made.</summary>
    internal void ForgetUser(Guid user)
    {
        foreach (var key in known.Keys)
        {
            if (known.TryGetValue(key, out KnownKey? found) && found!.Profile.Account.Id.Value == user) known.Remove(key);
        }
    }

    public void Dispose() => known.Dispose();

    private async Task<KnownKey?> ReadAsync(WorkspaceId workspace, ApiKeyId key, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        // The two commands travel together and share an implicit transaction, so the setting ends with it.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('app.workspace', $1, true)") { Parameters = { new() { Value = workspace.ToString() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Find) { Parameters = { new() { Value = workspace.Value }, new() { Value = key.Value } } });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        if (!await rows.ReadAsync(ct)) return null;

        var maker = new Account(new UserId(rows.GetGuid(4)), rows.GetString(5), rows.GetString(6));
        var membership = new Membership(workspace, rows.GetString(8), rows.GetString(9), rows.GetString(7));
        var profile = new CallerProfile(key.Value, SessionKind.Token, maker, [membership], new CallerKey(key, rows.GetString(0), ApiKey.PermissionsOf(rows.GetString(1))));
        return new KnownKey(profile, rows.GetFieldValue<byte[]>(2), rows.IsDBNull(3) ? null : rows.GetFieldValue<DateTimeOffset>(3));
    }
}
