using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Workspaces.Invitations;

/// <summary>The invitations that nobody has used yet, newest first.</summary>
[Requires(Permission.Administer)]
public sealed record ListInvitationsQuery : IQuery<Page<InvitationDto>>;
