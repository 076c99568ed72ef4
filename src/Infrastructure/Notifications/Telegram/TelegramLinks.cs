using System.Security.Cryptography;
using System.Text;
using Director.Application.Common.Ports;
using Director.Application.Telegram;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Notifications.Telegram;

/// <inheritdoc cref="ITelegramLinks" />
/// <remarks>Of a code only its hash is kept; it has 50 bits and lives for ten minutes, beyond being found by trying.</remarks>
internal sealed class TelegramLinks(DirectorDbContext db, TelegramBot bot, ISecurityRecord record, TimeProvider clock) : ITelegramLinks
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int CodeChars = 10;
    private const int LongestName = 200;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    public async Task<TelegramLinkDto> StateAsync(UserId user, CancellationToken ct)
    {
        var link = (await db.Database.SqlQuery<Link>($"select chat_name, linked_at from telegram_links where user_id = {user.Value}").ToListAsync(ct)).SingleOrDefault();
        return new TelegramLinkDto(bot.IsOn, bot.IsOn ? null : bot.Reason, bot.Name, link is not null, link?.ChatName, link?.LinkedAt);
    }

    public async Task<Result<TelegramCodeDto>> BeginAsync(UserId user, CancellationToken ct)
    {
        if (!bot.IsOn) return TelegramErrors.Off(bot.Reason ?? "TELEGRAM_BOT_TOKEN is not set.");
        var code = RandomNumberGenerator.GetString(Alphabet, CodeChars);
        var until = clock.GetUtcNow() + GoodFor;
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into telegram_codes (user_id, code_hash, expires_at) values ({user.Value}, {HashOf(code)}, {until})
             on conflict (user_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at
             """, ct);
        return new TelegramCodeDto(code, bot.Name is { } name ? $"https://t.me/{name}?start={code}" : null, until);
    }

    public async Task<bool> RemoveAsync(UserId user, CancellationToken ct)
    {
        if (await db.Database.ExecuteSqlAsync($"delete from telegram_links where user_id = {user.Value}", ct) == 0) return false;
        await record.AddAsync(SecurityFact.Done(SecurityKinds.TelegramUnlinked, user), ct);
        return true;
    }

    /// <summary>Uses a code up. A chat belongs to one person and a person to one chat; the newer link stands.</summary>
    /// <returns>Whose account it is now linked with; null when the code is not good.</returns>
    internal async Task<string?> LinkAsync(string code, long chat, string name, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var used = await db.Database.SqlQuery<Owner>(
            $"""
             with used as (delete from telegram_codes where code_hash = {HashOf(code)} returning user_id, expires_at)
             select u.id, u.display_name from used join users u on u.id = used.user_id and u.disabled_at is null where used.expires_at > {now}
             """).ToListAsync(ct);
        if (used.Count == 0) return null;
        await db.Database.ExecuteSqlAsync($"delete from telegram_links where chat_id = {chat} and user_id <> {used[0].Id}", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into telegram_links (user_id, chat_id, chat_name, linked_at) values ({used[0].Id}, {chat}, {name[..Math.Min(name.Length, LongestName)]}, {now})
             on conflict (user_id) do update set chat_id = excluded.chat_id, chat_name = excluded.chat_name, linked_at = excluded.linked_at
             """, ct);
        await record.AddAsync(SecurityFact.Done(SecurityKinds.TelegramLinked, new UserId(used[0].Id)), ct);
        return used[0].DisplayName;
    }

    /// <summary>Who a chat is linked with; null when with nobody.</summary>
    internal async Task<UserId?> OwnerAsync(long chat, CancellationToken ct)
    {
        var found = await db.Database.SqlQuery<Guid>($"""select user_id as "Value" from telegram_links where chat_id = {chat}""").ToListAsync(ct);
        return found.Count == 0 ? null : new UserId(found[0]);
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.ToUpperInvariant()));

    private sealed record Link(string ChatName, DateTimeOffset LinkedAt);

    private sealed record Owner(Guid Id, string DisplayName);
}
