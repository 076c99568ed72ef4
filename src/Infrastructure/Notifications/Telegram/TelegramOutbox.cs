using Director.Application.Common.Ports;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Jobs;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>Something to say in a chat.</summary>
internal sealed record TelegramMessage(long Id, string Chat, Guid Lane, string Kind, Guid? GenerationId, string? Said, int Tries);

/// <inheritdoc cref="ICrewMessages" />
/// <remarks>Stored in the transaction whose news it is, sent afterwards.</remarks>
internal sealed class TelegramOutbox(DirectorDbContext db, TelegramBot bot, ICaller caller, AfterCommit afterCommit, TelegramSignal signal) : ICrewMessages
{
    internal const string Ready = "ready";
    internal const string Failed = "failed";
    internal const string OverBudget = "overBudget";

    private const int LongestSaid = 2_000;
    private static readonly string[] Choosers = [.. Roles.All.Where(r => Roles.PermissionsOf(r).Contains(Permission.Select))];
    private static readonly string[] Payers = [.. Roles.All.Where(r => Roles.PermissionsOf(r).Contains(Permission.Administer))];

    public async Task TellEndedAsync(GenerationRun run, bool overBudget, CancellationToken ct)
    {
        if (!bot.IsOn || run.Makes is not GenerationProduct.Take) return;
        if (run.Status is not (GenerationStatus.Succeeded or GenerationStatus.Failed or GenerationStatus.Expired)) return;
        var kind = run.Status is GenerationStatus.Succeeded ? Ready : overBudget ? OverBudget : Failed;
        await AddAsync(kind, run.Id.Value, null, run.CreatedBy.Value, kind == OverBudget ? Payers : Choosers, ct);
        afterCommit.Release(new Afterwards(signal.Set));
    }

    public async Task TellOverBudgetAsync(string message, CancellationToken ct)
    {
        if (!bot.IsOn) return;
        await AddAsync(OverBudget, null, message[..Math.Min(message.Length, LongestSaid)], caller.UserId?.Value ?? default, Payers, ct);
        signal.Set();
    }

    /// <summary>Takes what is due, for a minute: whoever dies over it leaves it to the next.</summary>
    internal async Task<IReadOnlyList<TelegramMessage>> TakeAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<TelegramMessage>(
            $"""
             update telegram_outbox set due_at = clock_timestamp() + interval '1 minute', tries = tries + 1
             where id in (select id from telegram_outbox where due_at <= clock_timestamp() order by id limit 10 for update skip locked)
             returning id, chat, lane, kind, generation_id, said, tries
             """).ToListAsync(ct);

    internal Task DoneAsync(long id, CancellationToken ct) => db.Database.ExecuteSqlAsync($"delete from telegram_outbox where id = {id}", ct);

    internal Task LaterAsync(long id, TimeSpan delay, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update telegram_outbox set due_at = clock_timestamp() + {delay} where id = {id}", ct);

    /// <summary>To who asked and to these roles, each chat once; and to the crew's chat, which on a server with several workspaces would tell one crew of another's work.</summary>
    private Task<int> AddAsync(string kind, Guid? generation, string? said, Guid asker, string[] roles, CancellationToken ct)
    {
        var workspace = caller.Workspace().Value;
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into telegram_outbox (chat, lane, kind, generation_id, said, due_at)
             select c.chat, {workspace}, {kind}, {generation}::uuid, {said}::varchar, clock_timestamp() from (
               select l.chat_id::text as chat from telegram_links l join workspace_members m on m.workspace_id = {workspace} and m.user_id = l.user_id
               where l.user_id = {asker} or m.role = any({roles})
               union
               select {bot.Chat}::text where {bot.Chat}::text is not null and (select count(*) from workspaces) = 1) c
             """, ct);
    }
}
