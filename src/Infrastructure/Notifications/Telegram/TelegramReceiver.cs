using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Application.Telegram;
using Director.Infrastructure.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>
/// Hears what people do in their chats: by asking, or, where this server has an address on the internet, by having Telegram report. One process
/// asks at a time, held apart by a lock in the database: Telegram refuses two.
/// </summary>
internal sealed class TelegramReceiver(NpgsqlDataSource database, TelegramBot bot, TelegramUpdates updates, BackgroundWork work, ILogger<TelegramReceiver> log) : BackgroundService, ITelegramHook
{
    private const int WaitSeconds = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public bool Accepts(string? secret) => bot is { IsOn: true, Hook: not null } && secret is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(bot.HookSecret));

    public async Task ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        Update? update;
        try
        {
            update = JsonSerializer.Deserialize<Update>(body.Span, JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            return;
        }

        if (update is not null) await updates.HandleAsync(update, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!bot.IsOn) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var name = await bot.AskNameAsync(stoppingToken);
                if (!work.RunsHere) return;
                if (bot.Hook is { } hook)
                {
                    await bot.Client.SetWebhook(hook, allowedUpdates: TelegramUpdates.Wanted, secretToken: bot.HookSecret, cancellationToken: stoppingToken);
                    log.LogInformation("The Telegram bot {Bot} reports to this server", name);
                    return;
                }

                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (ApiRequestException e) when (e.ErrorCode is 401 or 404)
            {
                log.LogWarning("Telegram does not know the bot of TELEGRAM_BOT_TOKEN; nobody is told in a chat until the server is started with another one");
                return;
            }
            catch (Exception e) when (e is RequestException or HttpRequestException or NpgsqlException or InvalidOperationException or TimeoutException or OperationCanceledException)
            {
                // Without the exception's own text, which may have the address, and with it the token.
                log.LogWarning("Telegram could not be asked ({Error}); trying again", e.GetType().Name);
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var turn = await database.OpenConnectionAsync(ct);
        while (!await AskAsync(turn, "select pg_try_advisory_lock(hashtext('director.telegram'))", ct)) await Task.Delay(Pause, ct);
        try
        {
            // What reported once to an address cannot be asked.
            await bot.Client.DeleteWebhook(cancellationToken: ct);
            int? after = null;
            // Looked at each time: with the connection the lock is gone.
            while (await AskAsync(turn, "select true", ct))
            {
                foreach (var update in await bot.Client.GetUpdates(after, timeout: WaitSeconds, allowedUpdates: TelegramUpdates.Wanted, cancellationToken: ct))
                {
                    await updates.HandleAsync(update, ct);
                    after = update.Id + 1;
                }
            }
        }
        finally
        {
            if (turn.State is System.Data.ConnectionState.Open) await AskAsync(turn, "select pg_advisory_unlock(hashtext('director.telegram'))", CancellationToken.None);
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
