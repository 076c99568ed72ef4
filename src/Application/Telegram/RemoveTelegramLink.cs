using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Telegram;

/// <summary>Unlinks the caller's account from its chat, which is told nothing more and can do nothing more.</summary>
[RequiresPerson]
public sealed record RemoveTelegramLinkCommand : ICommand<Done>, IOwnTransaction;

internal sealed class RemoveTelegramLinkHandler(ITelegramLinks links, ICaller caller) : IRequestHandler<RemoveTelegramLinkCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RemoveTelegramLinkCommand request, CancellationToken cancellationToken)
    {
        // It is unlinked afterwards, whatever it was before.
        await links.RemoveAsync(caller.Person(), cancellationToken);
        return Done.Ok;
    }
}
