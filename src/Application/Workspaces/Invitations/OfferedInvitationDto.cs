using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>What an invitation offers.</summary>
/// <param name="WorkspaceName">Where to.</param>
/// <param name="Role">As what.</param>
/// <param name="InvitedBy">Who invites.</param>
/// <param name="Email">Whom it is made out to; null: whoever has the link.</param>
/// <param name="HasAccount">Whether that address has an account here already: then one signs in to accept; null when it is made out to nobody.</param>
/// <param name="ExpiresAt">After this it is worth nothing.</param>
public sealed record OfferedInvitationDto(string WorkspaceName, string Role, string InvitedBy, string? Email, bool? HasAccount, DateTimeOffset ExpiresAt);
