using Director.Application.Common.Ports;
using Director.Application.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Notifications.Telegram;

/// <summary>Registers what tells people in their chats. Without a token nothing of it does anything.</summary>
internal static class TelegramRegistration
{
    internal static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        // The usual loggers would write addresses, and the token is in them.
        services.AddHttpClient(TelegramBot.ClientName).RemoveAllLoggers();
        services.AddSingleton<TelegramBot>();
        services.AddSingleton<TelegramSignal>();
        services.AddSingleton<TelegramNews>();
        services.AddSingleton<TelegramUpdates>();
        services.AddScoped<TelegramLinks>();
        services.AddScoped<ITelegramLinks>(sp => sp.GetRequiredService<TelegramLinks>());
        services.AddScoped<TelegramOutbox>();
        services.AddScoped<ICrewMessages>(sp => sp.GetRequiredService<TelegramOutbox>());
        services.AddSingleton<TelegramReceiver>();
        services.AddSingleton<ITelegramHook>(sp => sp.GetRequiredService<TelegramReceiver>());
        services.AddHostedService(sp => sp.GetRequiredService<TelegramReceiver>());
        services.AddHostedService<TelegramSender>();
        return services;
    }
}
