using Director.Api.Errors;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

internal sealed class MeEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", GetMeAsync).WithName("getMe").WithTags("Auth");
    }

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> GetMeAsync(IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetMeQuery(), ct)).ToOk();
}
