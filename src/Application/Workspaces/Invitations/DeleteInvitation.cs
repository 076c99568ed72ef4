using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>Takes an invitation back.</summary>
[Requires(Permission.Administer), WhileArchived]
public sealed record DeleteInvitationCommand(Guid InvitationId) : ICommand<Done>;
