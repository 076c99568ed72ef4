using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Common.Paging;
using Director.Application.Notes;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Notes about takes.</summary>
internal sealed class NoteEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/takes/{id:guid}/notes").WithTags("Notes");
        group.MapGet("", List).WithName("listNotes");
        group.MapPost("", Create).WithName("createNote");
        group.MapPatch("/{noteId:guid}", Update).WithName("updateNote").Accepts<NotePatch>("application/merge-patch+json", "application/json");
        group.MapDelete("/{noteId:guid}", Delete).WithName("deleteNote");
    }

    private static async Task<Results<Ok<Page<NoteDto>>, ProblemHttpResult>> List(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new ListNotesQuery(id), ct)).ToOk();

    private static async Task<Results<Created<NoteDto>, ProblemHttpResult>> Create(Guid id, NewNote body, IMediator app, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new CreateNoteCommand(id, body), ct), response).ToCreated(n => $"/api/takes/{id}/notes/{n.Id}");

    private static async Task<Results<Ok<NoteDto>, ProblemHttpResult>> Update(
        Guid id, Guid noteId, [FromBody] JsonElement patch, IMediator app, HttpRequest request, HttpResponse response, CancellationToken ct) =>
        Tagged(await app.Send(new UpdateNoteCommand(id, noteId, patch, request.IfMatch()), ct), response).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(Guid id, Guid noteId, IMediator app, HttpRequest request, CancellationToken ct) =>
        (await app.Send(new DeleteNoteCommand(id, noteId, request.IfMatch()), ct)).ToNoContent();

    private static Result<NoteDto> Tagged(Result<NoteDto> result, HttpResponse response)
    {
        if (result.Succeeded) response.SetETag(result.Value.Version);
        return result;
    }
}
