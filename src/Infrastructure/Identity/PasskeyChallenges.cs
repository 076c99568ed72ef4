using System.Buffers.Text;
using System.Security.Cryptography;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <summary>The challenges that browsers have been given: each is answered once, at whichever node, within five minutes.</summary>
internal sealed class PasskeyChallenges(DirectorDbContext db, TimeProvider clock)
{
    private const int IdBytes = 32;

    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Keeps one; null for <paramref name="user"/> when nobody is signed in yet.</summary>
    /// <returns>What names it.</returns>
    internal async Task<string> KeepAsync(UserId? user, string state, CancellationToken ct)
    {
        var (id, now, owner) = (RandomNumberGenerator.GetBytes(IdBytes), clock.GetUtcNow(), user?.Value);
        var expires = now + Life;
        await db.Database.ExecuteSqlAsync($"delete from passkey_challenges where expires_at <= {now}", ct);
        await db.Database.ExecuteSqlAsync($"insert into passkey_challenges (id, user_id, state, expires_at) values ({id}, {owner}, {state}, {expires})", ct);
        return Base64Url.EncodeToString(id);
    }

    /// <summary>Takes one away; null when it is unknown, another person's, answered or too old.</summary>
    internal async Task<string?> TakeAsync(UserId? user, string? ticket, CancellationToken ct)
    {
        var id = new byte[IdBytes];
        if (ticket is null || !Base64Url.IsValid(ticket, out var length) || length != IdBytes || !Base64Url.TryDecodeFromChars(ticket, id, out _)) return null;
        var (now, owner) = (clock.GetUtcNow(), user?.Value);
        var taken = await db.Database.SqlQuery<string>($"""
            delete from passkey_challenges where id = {id} and expires_at > {now} and user_id is not distinct from {owner} returning state as "Value"
            """).ToListAsync(ct);
        return taken.SingleOrDefault();
    }
}
