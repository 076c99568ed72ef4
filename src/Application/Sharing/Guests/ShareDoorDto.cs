using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>The door of a review.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PassphraseNeeded">Whether one has to say a passphrase.</param>
/// <param name="ExpiresAt">When it ends; null: not by itself.</param>
/// <param name="GuestName">Who is in already; null: nobody.</param>
public sealed record ShareDoorDto(string Name, bool PassphraseNeeded, DateTimeOffset? ExpiresAt, string? GuestName);
