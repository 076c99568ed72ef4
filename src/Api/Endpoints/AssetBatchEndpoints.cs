using Director.Api.Errors;
using Director.Application.Assets;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Director.Api.Endpoints;

/// <summary>Many assets at once, each with a status of its own.</summary>
internal sealed class AssetBatchEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/assets/batch").WithTags("Assets");
        group.MapPost("", Create).WithName("createAssets");
        group.MapPatch("", Update).WithName("updateAssets");
    }

    private static async Task<Results<Ok<IReadOnlyList<BatchItemAnswer>>, ProblemHttpResult>> Create(CreateAssetsCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).Then(items => Answer(items, StatusCodes.Status201Created)).ToOk();

    private static async Task<Results<Ok<IReadOnlyList<BatchItemAnswer>>, ProblemHttpResult>> Update(UpdateAssetsCommand body, IMediator app, CancellationToken ct) =>
        (await app.Send(body, ct)).Then(items => Answer(items, StatusCodes.Status200OK)).ToOk();

    private static Result<IReadOnlyList<BatchItemAnswer>> Answer(IReadOnlyList<BatchItemDto> items, int done) =>
        Result<IReadOnlyList<BatchItemAnswer>>.Of([.. items.Select(i => new BatchItemAnswer(
            i.Index, i.Error is { } e ? Problems.StatusOf(e.Kind) : done, i.Asset, i.Error is { } error ? BatchItemProblem.Of(error) : null))]);
}

/// <summary>What became of one item.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Status">The HTTP status that the same request alone would have had.</param>
/// <param name="Asset">The asset as it is now; null when it was refused.</param>
/// <param name="Error">Why it was refused; null when it was not.</param>
internal sealed record BatchItemAnswer(int Index, int Status, AssetDto? Asset, BatchItemProblem? Error);

/// <summary>A refusal of one item.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Title">For people.</param>
/// <param name="Errors">The fields at fault, relative to the item.</param>
internal sealed record BatchItemProblem(string Code, string Title, IReadOnlyDictionary<string, string[]> Errors)
{
    internal static BatchItemProblem Of(Error error) => new(
        error.Code, error.Message, error.Fields.GroupBy(f => f.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(f => f.Reason).ToArray()));
}
