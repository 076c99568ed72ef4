using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Notes;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Notes;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>Circles a take that the link shows, or takes the circle back, as a guest.</summary>
[Requires(Permission.Review)]
public sealed record CircleSharedTakeCommand(Guid TakeId, bool Circled) : ICommand<SharedMarkDto>;
