using Director.Api.Errors;
using Director.Api.Security;
using Director.Application.Workspaces;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>The first person and the first workspace.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Password">12 to 128 characters of any kind, none of the common ones.</param>
/// <param name="WorkspaceName">The crew's name.</param>
/// <param name="DemoFilm">Whether the demonstration film is planted.</param>
/// <param name="Code">The one-time code that the server printed at start; not needed on the server's own machine.</param>
public sealed record SetUpRequest(string Name, string Email, string Password, string WorkspaceName, bool DemoFilm = false, string? Code = null);

internal sealed class SetupEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/setup", SetUpAsync).WithName("setUp").WithTags("Setup").AllowAnonymous();
    }

    private static async Task<Results<Created<SignedIn>, ProblemHttpResult>> SetUpAsync(
        SetUpRequest body, HttpContext context, GuessLimit limit, IMediator mediator, CancellationToken ct)
    {
        var command = new SetUpCommand(body.Name, body.Email, body.Password, body.WorkspaceName, body.DemoFilm, body.Code, context.IsFromThisMachine());
        var opened = await limit.SetUpAsync(context, () => mediator.Send(command, ct));
        return opened.Then<SignedIn>(session => SignedIn.Answer(context, session)).ToCreated(_ => "/api/me");
    }
}
