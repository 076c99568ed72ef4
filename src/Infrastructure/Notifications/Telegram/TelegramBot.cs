using System.Security.Cryptography;
using System.Text;
using Director.Infrastructure.Configuration;
using Telegram.Bot;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>The bot, where one is configured; without a token no client is made and nothing is called.</summary>
internal sealed class TelegramBot(DirectorSettings settings, IHttpClientFactory clients)
{
    internal const string ClientName = "telegram";

    private readonly Lazy<ITelegramBotClient> client = new(() => new TelegramBotClient(
        new TelegramBotClientOptions(settings.Telegram!.Token.Reveal(), settings.Telegram.Api.AbsoluteUri.TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 }, clients.CreateClient(ClientName)));

    internal bool IsOn => settings.Telegram is not null;

    internal ITelegramBotClient Client => client.Value;

    /// <summary>The crew's own chat.</summary>
    internal string? Chat => settings.Telegram?.Chat;

    /// <summary>The bot's name, once it has been asked for.</summary>
    internal string? Name { get; private set; }

    /// <summary>Why there is none.</summary>
    internal string? Reason => settings.OptionalFeatures.FirstOrDefault(f => f.Name == "telegram") is { Reason: { } reason } feature ? $"{feature.Variable} {reason}. {feature.StaysOff}" : null;

    /// <summary>Where Telegram reports; null when this server cannot be called.</summary>
    internal string? Hook => settings.PublicUrl is { Scheme: "https" } own ? $"{own.AbsoluteUri.TrimEnd('/')}/api/hooks/telegram" : null;

    /// <summary>What Telegram sends along with every report.</summary>
    internal string HookSecret => Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.SecretKey.Reveal()), 32, info: "Director Telegram reports"u8.ToArray()));

    internal async Task<string?> AskNameAsync(CancellationToken ct) => Name = (await Client.GetMe(ct)).Username;
}
