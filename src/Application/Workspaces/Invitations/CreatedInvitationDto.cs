using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>An invitation and its link.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Token">What the link says; shown once.</param>
/// <param name="Url">The link; shown once.</param>
public sealed record CreatedInvitationDto(InvitationDto Invitation, string Token, string Url);
