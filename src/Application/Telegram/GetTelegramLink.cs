using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Telegram;

/// <summary>Whether the caller's account is linked with a Telegram chat, and whether it can be.</summary>
[RequiresPerson]
public sealed record GetTelegramLinkQuery : IQuery<TelegramLinkDto>;

internal sealed class GetTelegramLinkHandler(ITelegramLinks links, ICaller caller) : IRequestHandler<GetTelegramLinkQuery, Result<TelegramLinkDto>>
{
    public async Task<Result<TelegramLinkDto>> Handle(GetTelegramLinkQuery request, CancellationToken cancellationToken) => await links.StateAsync(caller.Person(), cancellationToken);
}
