using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>What an invitation offers, for whoever has its link.</summary>
[AllowAnyone]
public sealed record GetInvitationQuery(string Token) : IQuery<OfferedInvitationDto>;
