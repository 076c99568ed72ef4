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

/// <summary>The notes of a take, by frame.</summary>
[Requires(Permission.Look)]
public sealed record ListNotesQuery(Guid TakeId) : IQuery<Page<NoteDto>>;
