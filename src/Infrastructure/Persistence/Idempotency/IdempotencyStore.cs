using Director.Application.Common.Ports;
using Director.Infrastructure.Persistence.Queries;

namespace Director.Infrastructure.Persistence.Idempotency;

/// <summary>Keys in their table. The primary key makes a racer wait: its insert blocks until the first transaction has ended.</summary>
internal sealed class IdempotencyStore(DirectorSql sql, ICaller caller, TimeProvider clock) : IIdempotencyStore
{
    /// <summary>Promised are 24 hours; twice that leaves room for clocks and long nights.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    // Old keys go a few at a time with every new one, so that no sweep is needed; a key that is in use elsewhere is left for later.
    private const string Claim = """
        delete from idempotency_keys k using (
          select user_id, operation, key from idempotency_keys where workspace_id = @workspace and created_at < @aged
          order by created_at limit 10 for update skip locked) old
        where k.workspace_id = @workspace and k.user_id = old.user_id and k.operation = old.operation and k.key = old.key;
        insert into idempotency_keys (workspace_id, user_id, operation, key, request_hash, created_at)
        values (@workspace, @user, @operation, @key, @hash, @now) on conflict do nothing returning true
        """;

    private const string Read = "select request_hash, response from idempotency_keys where workspace_id = @workspace and user_id = @user and operation = @operation and key = @key";

    private const string Keep = "update idempotency_keys set response = @answer where workspace_id = @workspace and user_id = @user and operation = @operation and key = @key returning true";

    public async Task<StoredAnswer?> ClaimAsync(string operation, string key, byte[] requestHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var claimed = await sql.ReadAsync(Claim, p =>
        {
            Bind(p, operation, key);
            p.AddWithValue("hash", requestHash);
            p.AddWithValue("now", now);
            p.AddWithValue("aged", now - Kept);
        }, _ => true, ct);
        return claimed.Count > 0 ? null
            : (await sql.ReadAsync(Read, p => Bind(p, operation, key), r => new StoredAnswer(r.GetFieldValue<byte[]>(0), r.GetString(1)), ct)).Single();
    }

    public async Task KeepAsync(string operation, string key, string answer, CancellationToken ct) =>
        await sql.ReadAsync(Keep, p =>
        {
            Bind(p, operation, key);
            p.AddWithValue("answer", answer);
        }, _ => true, ct);

    private void Bind(Npgsql.NpgsqlParameterCollection p, string operation, string key)
    {
        p.AddWithValue("user", caller.UserId!.Value.Value);
        p.AddWithValue("operation", operation);
        p.AddWithValue("key", key);
    }
}
