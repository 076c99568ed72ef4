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

/// <summary>Changes a note: its words are its author's, whether it is dealt with is everybody's who reviews.</summary>
[Requires(Permission.Review)]
public sealed record UpdateNoteCommand(Guid TakeId, Guid NoteId, JsonElement Patch, long? SeenVersion) : ICommand<NoteDto>;
