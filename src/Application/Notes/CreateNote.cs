using System.Text.Json;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Films;
using Director.Domain.Notes;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Notes;

/// <summary>Writes a note on a take.</summary>
[Requires(Permission.Review)]
public sealed record CreateNoteCommand(Guid TakeId, NewNote Note) : ICommand<NoteDto>;
