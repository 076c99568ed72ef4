using System.Text.Json;
using Director.Api.Errors;
using Director.Application.Generation;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>What generating may cost and has cost.</summary>
internal sealed class BudgetEndpoints : IEndpointGroup
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/budgets", Get).WithName("getBudgets").WithTags("Costs");
        api.MapPut("/budgets", Set).WithName("setBudgets").WithTags("Costs");
        api.MapGet("/costs", Costs).WithName("getCosts").WithTags("Costs");
    }

    private static async Task<Results<Ok<BudgetsDto>, ProblemHttpResult>> Get(IMediator app, CancellationToken ct) => (await app.Send(new GetBudgetsQuery(), ct)).ToOk();

    private static async Task<Results<Ok<BudgetsDto>, ProblemHttpResult>> Set(SetBudgetsCommand body, IMediator app, CancellationToken ct) => (await app.Send(body, ct)).ToOk();

    private static async Task<Results<Ok<CostsDto>, ProblemHttpResult>> Costs([AsParameters] CostParameters query, IMediator app, CancellationToken ct)
    {
        var filter = query.Filter();
        return filter.Error is { } unknown ? Problems.From(unknown) : (await app.Send(new GetCostsQuery(filter.Value), ct)).ToOk();
    }
}

/// <summary>Which costs are asked for.</summary>
internal sealed class CostParameters
{
    [FromQuery(Name = "by")] public string? By { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }
    [FromQuery(Name = "filmId")] public Guid? FilmId { get; init; }

    internal Result<CostFilter> Filter() =>
        // By name alone: Enum.TryParse would take numbers too.
        Groupings.TryGetValue(By ?? "film", out var by)
            ? new CostFilter(by, From, To, FilmId)
            : Error.Field("by", $"by is one of {string.Join(", ", Groupings.Keys)}.");

    private static readonly Dictionary<string, CostGrouping> Groupings =
        Enum.GetValues<CostGrouping>().ToDictionary(g => JsonNamingPolicy.CamelCase.ConvertName(g.ToString()), StringComparer.Ordinal);
}
