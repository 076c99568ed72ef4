using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Telegram;

/// <summary>A person's chat with the bot.</summary>
/// <param name="Available">Whether this server has a bot.</param>
/// <param name="Reason">Why not, with the variable to set; null when it has.</param>
/// <param name="Bot">The bot's name, where it is known.</param>
/// <param name="Linked">Whether the caller's account is linked with a chat.</param>
/// <param name="Chat">The name of who the chat is with, as Telegram says it.</param>
/// <param name="LinkedAt">Since when.</param>
public sealed record TelegramLinkDto(bool Available, string? Reason, string? Bot, bool Linked, string? Chat, DateTimeOffset? LinkedAt);

/// <summary>A code that links a chat, once.</summary>
/// <param name="Code">Sent to the bot as <c>/start</c> and the code; it is kept nowhere and not shown again.</param>
/// <param name="Url">Opens the chat with the code filled in; null while the bot's name is not known.</param>
/// <param name="ExpiresAt">Good until then.</param>
public sealed record TelegramCodeDto(string Code, string? Url, DateTimeOffset ExpiresAt);

/// <summary>Links people's accounts with their chats.</summary>
public interface ITelegramLinks
{
    /// <summary>How it stands with a person.</summary>
    Task<TelegramLinkDto> StateAsync(UserId user, CancellationToken ct);

    /// <summary>Draws a code; the one before is good no more.</summary>
    Task<Result<TelegramCodeDto>> BeginAsync(UserId user, CancellationToken ct);

    /// <summary>Unlinks.</summary>
    /// <returns>Whether there was a link.</returns>
    Task<bool> RemoveAsync(UserId user, CancellationToken ct);
}

/// <summary>Takes in what Telegram reports where this server can be called.</summary>
public interface ITelegramHook
{
    /// <summary>Whether the secret is the one that Telegram was given. Asked before a body is read.</summary>
    bool Accepts(string? secret);

    /// <summary>Acts on a report; one that was seen already, or that cannot be read, does nothing.</summary>
    Task ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken ct);
}

/// <summary>Refusals that concern Telegram.</summary>
public static class TelegramErrors
{
    /// <summary>This server has no bot.</summary>
    public static Error Off(string reason) => new("telegram.off", $"Telegram is off: {reason}", ErrorKind.Rule);
}
