using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>A guest who has come in.</summary>
/// <param name="GuestId">Their id.</param>
/// <param name="GuestName">Their name.</param>
/// <param name="Ticket">What lets them in from now on.</param>
public sealed record EnteredShare(Guid GuestId, string GuestName, GuestTicket Ticket);
