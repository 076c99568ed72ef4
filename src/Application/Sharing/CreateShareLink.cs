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

/// <summary>Makes a link by which guests see a film, a scene, a shot or some takes. It is shown once. Not repeatable by an Idempotency-Key: the answer has the secret, which is kept nowhere.</summary>
[Requires(Permission.Share)]
public sealed record CreateShareLinkCommand(NewShareLink Link, string BaseUrl) : ICommand<CreatedShareLinkDto>, IOwnTransaction;
