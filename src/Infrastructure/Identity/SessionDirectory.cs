using Director.Application.Common.Ports;
using Director.Domain.Workspaces;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Director.Infrastructure.Identity;

/// <summary>
/// Looks sessions up with the person and their memberships: one round trip on a connection of its own, since it happens before the
/// request's workspace is known. Kept in memory for two seconds, so a sign-out on another node takes at most that long to be felt here.
/// </summary>
internal sealed class SessionDirectory(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private const string Find = """
        select u.display_name, u.email, s.kind, m.role, w.id, w.slug, w.name
        from user_sessions s
        join users u on u.id = s.user_id and u.disabled_at is null
        left join workspace_members m on m.user_id = u.id
        left join workspaces w on w.id = m.workspace_id
        where s.id = $1 and s.user_id = $2 and s.revoked_at is null and s.expires_at > $3
        order by w.name collate "und-x-icu", w.id
        """;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Whose session it is; null when it is unknown, ended or signed out.</summary>
    internal async Task<CallerProfile?> FindAsync(Guid session, Guid user, CancellationToken ct)
    {
        if (known.TryGetValue(session, out CallerProfile? profile) && profile!.Account.Id.Value == user) return profile;
        profile = await ReadAsync(session, user, ct);
        if (profile is not null) known.Set(session, profile, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });
        return profile;
    }

    /// <summary>The next look-up asks the database.</summary>
    internal void Forget(Guid session) => known.Remove(session);

    /// <summary>The next look-up of any session of this person asks the database. Looks through all that is remembered: it happens seldom.</summary>
    internal void ForgetUser(Guid user)
    {
        foreach (var session in known.Keys)
        {
            if (known.TryGetValue(session, out CallerProfile? profile) && profile!.Account.Id.Value == user) known.Remove(session);
        }
    }

    public void Dispose() => known.Dispose();

    private async Task<CallerProfile?> ReadAsync(Guid session, Guid user, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        // The two commands travel together and share an implicit transaction, so the setting ends with it.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('app.user', $1, true)") { Parameters = { new() { Value = user.ToString() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Find)
        {
            Parameters = { new() { Value = session }, new() { Value = user }, new() { Value = clock.GetUtcNow() } },
        });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);

        CallerProfile? profile = null;
        var memberships = new List<Membership>();
        while (await rows.ReadAsync(ct))
        {
            profile ??= new CallerProfile(session, KindOf(rows.GetString(2)), new Account(new UserId(user), rows.GetString(0), rows.GetString(1)), memberships);
            if (!rows.IsDBNull(4)) memberships.Add(new Membership(new WorkspaceId(rows.GetGuid(4)), rows.GetString(5), rows.GetString(6), rows.GetString(3)));
        }

        return profile;
    }

    internal static string NameOf(SessionKind kind) => kind is SessionKind.Cookie ? "cookie" : "token";

    internal static SessionKind KindOf(string name) => name == NameOf(SessionKind.Cookie) ? SessionKind.Cookie : SessionKind.Token;
}
