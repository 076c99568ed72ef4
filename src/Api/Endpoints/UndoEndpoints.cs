using Director.Api.Errors;
using Director.Application.Events;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Takes back what was done.</summary>
internal sealed class UndoEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/events/{id}/undo", Undo).WithName("undoEvent").WithTags("Events");

    private static async Task<Results<Ok<UndoneDto>, ProblemHttpResult>> Undo(string id, IMediator app, CancellationToken ct) =>
        (await app.Send(new UndoEventCommand(id), ct)).ToOk();
}
