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

/// <summary>How a take stands now.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Circled">A keeper.</param>
/// <param name="Selected">Whether it is in the film.</param>
public sealed record SharedMarkDto(Guid TakeId, bool Circled, bool Selected);
