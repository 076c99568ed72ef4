using Director.Api.Errors;
using Director.Application.Assets;
using Director.Application.Common.Paging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>What happened to an asset.</summary>
internal sealed class HistoryEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/assets/{id:guid}/history", Get).WithName("getAssetHistory").WithTags("Assets");

    private static async Task<Results<Ok<Page<HistoryEntryDto>>, ProblemHttpResult>> Get(Guid id, IMediator app, CancellationToken ct, string? cursor = null, int limit = 50) =>
        (await app.Send(new GetAssetHistoryQuery(id, cursor, limit), ct)).ToOk();
}
