using Director.Api.Errors;
using Director.Application.Providers;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Providers and how a workspace reaches them.</summary>
internal sealed class ProviderEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/providers").WithTags("Generation");
        group.MapGet("", List).WithName("listProviders");
        group.MapPut("/{slug}/credentials", Set).WithName("setProviderCredentials");
        group.MapDelete("/{slug}/credentials", Delete).WithName("deleteProviderCredentials");
    }

    private static async Task<Results<Ok<IReadOnlyList<ProviderAccountDto>>, ProblemHttpResult>> List(IMediator app, CancellationToken ct) =>
        (await app.Send(new ListProvidersQuery(), ct)).ToOk();

    private static async Task<Results<Ok<ProviderAccountDto>, ProblemHttpResult>> Set(string slug, ProviderCredentialsBody body, IMediator app, CancellationToken ct) =>
        (await app.Send(new SetProviderCredentialsCommand(slug, body.ApiKey, body.BaseUrl), ct)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string slug, IMediator app, CancellationToken ct) =>
        (await app.Send(new DeleteProviderCredentialsCommand(slug), ct)).ToNoContent();
}

/// <summary>What a provider is reached with.</summary>
/// <param name="ApiKey">The key; it is never shown again. Given anew with every change.</param>
/// <param name="BaseUrl">Where it is found, when that is not where it usually is.</param>
internal sealed record ProviderCredentialsBody(string? ApiKey = null, string? BaseUrl = null);
