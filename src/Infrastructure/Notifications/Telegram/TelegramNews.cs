using System.Globalization;
using Director.Application.Assets;
using Director.Application.Generation;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>Puts news into words, with the picture and the buttons, and sends it.</summary>
internal sealed class TelegramNews(IServiceScopeFactory scopes, TelegramBot bot)
{
    /// <summary>What a caption and a text may have (Bot API).</summary>
    private const int LongestCaption = 1_024;
    private const int PictureWidth = 1_280;
    private const int JpegQuality = 88;

    internal async Task SendAsync(TelegramMessage message, CancellationToken ct)
    {
        var chat = new ChatId(message.Chat);
        if (message.GenerationId is not { } id)
        {
            await bot.Client.SendMessage(chat, Cut($"Over budget. {message.Said}"), cancellationToken: ct);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallerContext>().ActFor(new WorkspaceId(message.Lane), default, "", $"telegram:{message.Id.ToString(CultureInfo.InvariantCulture)}");
        // What has gone since is no news any more.
        if (await services.GetRequiredService<IGenerationReader>().GetAsync(new GenerationId(id), ct) is not { } run) return;
        var assets = services.GetRequiredService<IAssetReader>();
        var shot = await assets.GetAsync(new AssetId(run.ShotId), ct);
        var film = await assets.GetAsync(new AssetId(run.FilmId), ct);
        var what = $"{shot?.Code ?? shot?.Name}, take {run.Number.ToString(CultureInfo.InvariantCulture)}";
        if (message.Kind != TelegramOutbox.Ready)
        {
            var why = message.Kind == TelegramOutbox.OverBudget ? "stopped: over budget" : $"failed ({Kind(run)})";
            await bot.Client.SendMessage(chat, Cut($"{what} {why}. {run.Failure?.Message}\n{film?.Name}"), cancellationToken: ct);
            return;
        }

        if (run.TakeId is not { } takeId || await assets.GetAsync(new AssetId(takeId), ct) is not { } take) return;
        var text = Cut($"{what} is ready.{(run.Cost.Amount > 0 ? FormattableString.Invariant($" {run.Cost.Amount:0.00##} {run.Cost.Currency}.") : "")}\n{film?.Name}");
        var buttons = new InlineKeyboardMarkup(new[]
        {
            InlineKeyboardButton.WithCallbackData("Select", TelegramPress.Write(TelegramPress.Select, message.Lane, takeId)),
            InlineKeyboardButton.WithCallbackData("Reject", TelegramPress.Write(TelegramPress.Reject, message.Lane, takeId)),
        });
        if (await PictureAsync(services, take, ct) is { } picture)
        {
            await using (picture) await bot.Client.SendPhoto(chat, InputFile.FromStream(picture, "take.jpg"), caption: text, replyMarkup: buttons, cancellationToken: ct);
        }
        else
        {
            await bot.Client.SendMessage(chat, text, replyMarkup: buttons, cancellationToken: ct);
        }
    }

    /// <summary>A JPEG of at most 1,280 pixels' width, which every client shows; null for what is no picture.</summary>
    private static async Task<MemoryStream?> PictureAsync(IServiceProvider services, AssetDto take, CancellationToken ct)
    {
        if (take.Media is not { } media || !media.ContentType.StartsWith("image/", StringComparison.Ordinal)) return null;
        await using var small = await services.GetRequiredService<IThumbnails>().GetAsync(media.Sha256, media.ContentType, PictureWidth, ct);
        if (small is null) return null;
        using var decoded = SKBitmap.Decode(small);
        if (decoded is null) return null;
        using var jpeg = decoded.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return new MemoryStream(jpeg.ToArray(), writable: false);
    }

    private static string Kind(GenerationDto run) => run.Failure is { } failure ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(failure.Kind.ToString()) : "expired";

    private static string Cut(string text) => text.Length <= LongestCaption ? text : text[..(LongestCaption - 1)] + "…";
}
