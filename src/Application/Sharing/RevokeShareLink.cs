using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Sharing;

/// <summary>Takes a share link back: its guests are out from this moment on.</summary>
[Requires(Permission.Share), WhileArchived]
public sealed record RevokeShareLinkCommand(Guid Id) : ICommand<Done>;
