using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>Comes in as a guest. No account is needed.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="GuestName">Who comes, at most 80 characters.</param>
/// <param name="Passphrase">The link's passphrase, when it has one.</param>
[AllowAnyone]
public sealed record EnterShareCommand(string Token, string GuestName, string? Passphrase) : ICommand<EnteredShare>, IOwnTransaction;
