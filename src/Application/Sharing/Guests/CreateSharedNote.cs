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

/// <summary>Writes a note on a take that the link shows, as a guest.</summary>
[Requires(Permission.Review)]
public sealed record CreateSharedNoteCommand(Guid TakeId, NewNote Note) : ICommand<NoteDto>;
