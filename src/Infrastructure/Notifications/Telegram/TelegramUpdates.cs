using System.Globalization;
using Director.Application.Assets;
using Director.Application.Shots;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Director.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>Acts on what people do in their chats: as the person whose account the chat is linked with, with the rights of their role, through the same commands as everybody.</summary>
internal sealed class TelegramUpdates(IServiceScopeFactory scopes, TelegramBot bot, ILogger<TelegramUpdates> log)
{
    internal static readonly UpdateType[] Wanted = [UpdateType.Message, UpdateType.CallbackQuery];

    private const string Hello = "Make a code in your account's settings in Director and send it here: /start CODE. /stop unlinks this chat.";

    internal async Task HandleAsync(Update update, CancellationToken ct)
    {
        try
        {
            // Marked first: a press that is lost is pressed again, one that counts twice is not taken back.
            if (!await IsNewAsync(update.Id, ct)) return;
            if (update.Message is { Text: { } text, Chat: { Type: ChatType.Private } chat }) await TalkAsync(chat, text, ct);
            else if (update.CallbackQuery is { Data: { } data } pressed) await PressedAsync(update.Id, pressed, data, ct);
        }
        catch (Exception e) when (e is global::Telegram.Bot.Exceptions.RequestException or HttpRequestException)
        {
            // What was asked for is done; the answer did not get through.
            log.LogWarning("An answer in a Telegram chat was not delivered: {Error}", e.GetType().Name);
        }
    }

    private async Task<bool> IsNewAsync(int update, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectorDbContext>();
        await db.Database.ExecuteSqlAsync($"delete from telegram_updates where seen_at < clock_timestamp() - interval '7 days'", ct);
        return await db.Database.ExecuteSqlAsync($"insert into telegram_updates (update_id, seen_at) values ({(long)update}, clock_timestamp()) on conflict do nothing", ct) == 1;
    }

    private async Task TalkAsync(Chat chat, string text, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<TelegramLinks>();
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var answer = words switch
        {
            ["/start" or "/link", { Length: <= 40 } code] => await links.LinkAsync(code, chat.Id, NameOf(chat), ct) is { } name
                ? $"This chat is linked with {name}'s account. You are told here what becomes of takes."
                : "This code is not good: it was used, is older than ten minutes, or was never given out.",
            ["/stop"] => await links.OwnerAsync(chat.Id, ct) is { } owner && await links.RemoveAsync(owner, ct) ? "This chat is linked no more." : "This chat is not linked.",
            _ => Hello,
        };
        await bot.Client.SendMessage(chat.Id, answer, cancellationToken: ct);
    }

    private async Task PressedAsync(int update, CallbackQuery pressed, string data, CancellationToken ct)
    {
        var (answer, done) = TelegramPress.Read(data) is { } press ? await ActAsync(update, pressed.From.Id, press, ct) : ("This button is not known.", false);
        await bot.Client.AnswerCallbackQuery(pressed.Id, answer.Length <= 200 ? answer : answer[..200], showAlert: !done, cancellationToken: ct);
    }

    private async Task<(string Answer, bool Done)> ActAsync(int update, long who, TelegramPress press, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var caller = services.GetRequiredService<CallerContext>();
        var workspace = new WorkspaceId(press.Workspace);
        caller.LookInto(workspace);
        caller.RequestId = $"telegram:{update.ToString(CultureInfo.InvariantCulture)}";
        var found = await services.GetRequiredService<DirectorDbContext>().Database.SqlQuery<Presser>(
            $"""
             select l.user_id, u.display_name, m.role from telegram_links l join users u on u.id = l.user_id and u.disabled_at is null
             join workspace_members m on m.workspace_id = {press.Workspace} and m.user_id = l.user_id where l.chat_id = {who}
             """).ToListAsync(ct);
        if (found.Count == 0) return ("Your chat is linked with nobody of this crew.", false);
        caller.SignedIn(new UserId(found[0].UserId), found[0].DisplayName, null, workspace, found[0].Role);
        if (await services.GetRequiredService<IAssetReader>().GetAsync(new AssetId(press.Take), ct) is not { ParentId: { } shot, Number: { } number }) return ("This take is not there any more.", false);
        var app = services.GetRequiredService<IMediator>();
        var refused = press.Act == TelegramPress.Select
            ? (await app.Send(new SelectTakeCommand(shot, press.Take, null, null), ct)).Error
            : (await app.Send(new UpdateTakeCommand(press.Take, null, null, null, true, null), ct)).Error;
        if (refused is not null) return (refused.Message, false);
        return ($"Take {number.ToString(CultureInfo.InvariantCulture)} is {(press.Act == TelegramPress.Select ? "in the film" : "rejected")}.", true);
    }

    private static string NameOf(Chat chat) => chat.Username is { } name ? $"@{name}" : string.Join(' ', new[] { chat.FirstName, chat.LastName }.Where(n => !string.IsNullOrEmpty(n)));

    private sealed record Presser(Guid UserId, string DisplayName, string Role);
}
