namespace Director.Infrastructure.Configuration;

/// <summary>The crew's Telegram bot.</summary>
/// <param name="Token">The bot's token. It is part of the address that is called, so no address is ever written down.</param>
/// <param name="Api">Where Telegram's Bot API is found.</param>
/// <param name="Chat">A chat that is told everything, as long as the server has one workspace; a number or an @name. Null: linked chats only.</param>
public sealed record TelegramSettings(Secret Token, Uri Api, string? Chat)
{
    internal static TelegramSettings? Read(SettingsReader settings, IReadOnlyCollection<OptionalFeature> features)
    {
        if (!Usable("telegram")) return null;
        var bot = Of("telegram");
        var api = settings.Read(bot.Addresses[0].Variable, bot.Addresses[0].Section).Value ?? bot.Addresses[0].Default;
        return new TelegramSettings(new Secret(settings.Read(bot.Variable, bot.Section).Value!), new Uri(api), Usable("telegramChat") ? settings.Read(Of("telegramChat").Variable, Of("telegramChat").Section).Value : null);

        bool Usable(string name) => features.Any(f => f.Name == name && f.Status is OptionalFeatureStatus.Available);
        static FeatureSetting Of(string name) => FeatureSettings.All.Single(f => f.Name == name);
    }
}
