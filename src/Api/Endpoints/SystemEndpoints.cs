using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

internal sealed class SystemEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/system", GetSystemAsync).WithName("getSystem").WithTags("System").AllowAnonymous();
    }

    private static async Task<Results<Ok<SystemReport>, ProblemHttpResult>> GetSystemAsync(HttpContext context, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetSystemQuery(context.IsFromThisMachine()), ct)).ToOk();
}
