using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Telegram;

/// <summary>Draws a code that links the caller's account with the chat it is sent from: good once, for ten minutes.</summary>
[RequiresPerson]
public sealed record BeginTelegramLinkCommand : ICommand<TelegramCodeDto>, IOwnTransaction;

internal sealed class BeginTelegramLinkHandler(ITelegramLinks links, ICaller caller) : IRequestHandler<BeginTelegramLinkCommand, Result<TelegramCodeDto>>
{
    public Task<Result<TelegramCodeDto>> Handle(BeginTelegramLinkCommand request, CancellationToken cancellationToken) => links.BeginAsync(caller.Person(), cancellationToken);
}
