using Director.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Telegram.Bot.Exceptions;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>Sends what is in the outbox. Any number of processes may; each message is one's at a time.</summary>
internal sealed class TelegramSender(IServiceScopeFactory scopes, TelegramBot bot, TelegramNews news, TelegramSignal signal, BackgroundWork work, ILogger<TelegramSender> log) : BackgroundService
{
    private const int MostTries = 8;
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!bot.IsOn || !work.RunsHere) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendSomeAsync(stoppingToken)) { }
                await signal.WaitAsync(Fallback, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or TimeoutException or DbUpdateException or System.Net.Sockets.SocketException)
            {
                log.LogWarning(e, "Messages to chats could not be read; trying again");
                await Task.Delay(Fallback, CancellationToken.None);
            }
        }
    }

    private async Task<bool> SendSomeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<TelegramOutbox>();
        var due = await outbox.TakeAsync(ct);
        foreach (var message in due)
        {
            if (await SendAsync(message, ct) is { } later && message.Tries < MostTries) await outbox.LaterAsync(message.Id, later, ct);
            else await outbox.DoneAsync(message.Id, ct);
        }

        return due.Count > 0;
    }

    /// <summary>Sends one.</summary>
    /// <returns>When it should be tried again; null when it is done with, one way or the other.</returns>
    private async Task<TimeSpan?> SendAsync(TelegramMessage message, CancellationToken ct)
    {
        try
        {
            await news.SendAsync(message, ct);
            return null;
        }
        catch (ApiRequestException e) when (e.ErrorCode == 429)
        {
            return TimeSpan.FromSeconds(Math.Clamp(e.Parameters?.RetryAfter ?? 5, 1, 3_600));
        }
        catch (ApiRequestException e) when (e.ErrorCode is >= 400 and < 500)
        {
            // The chat is gone, or has blocked the bot; the same message would be refused again.
            log.LogWarning("Telegram refused a message: {Code} {Description}", e.ErrorCode, e.Message);
            return null;
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or TimeoutException && !ct.IsCancellationRequested)
        {
            // The exception's own text may have the address, and with it the token.
            log.LogWarning("A message to Telegram did not get through: {Error}", e.GetType().Name);
            return TimeSpan.FromSeconds(5 * Math.Pow(2, message.Tries));
        }
    }
}
