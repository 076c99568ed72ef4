using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>What somebody with a link sees before they say their name.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="Ticket">What lets them in again; null: they have none.</param>
[AllowAnyone]
public sealed record OpenShareQuery(string Token, string? Ticket) : IQuery<ShareDoorDto>;
