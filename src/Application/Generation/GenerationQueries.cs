using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Generations, newest first.</summary>
[Requires(Permission.Look)]
public sealed record ListGenerationsQuery(GenerationFilter Filter) : IQuery<Page<GenerationDto>>;

/// <summary>One generation.</summary>
[Requires(Permission.Look)]
public sealed record GetGenerationQuery(Guid Id) : IQuery<GenerationDto>;

/// <summary>What takes would cost.</summary>
/// <param name="Provider">The provider's slug; absent: the first that can be used.</param>
/// <param name="Model">The model; absent: the provider's first.</param>
/// <param name="Count">How many takes.</param>
/// <param name="Parameters">The provider's other settings, such as a clip's length: a price may depend on them.</param>
[Requires(Permission.Generate)]
public sealed record EstimateGenerationQuery(string? Provider = null, string? Model = null, int Count = 1, IReadOnlyDictionary<string, string>? Parameters = null) : IQuery<EstimateDto>;

/// <summary>Every provider with its models.</summary>
[Requires(Permission.Look)]
public sealed record ListModelsQuery : IQuery<IReadOnlyList<ProviderDto>>;

internal sealed class ListGenerationsValidator : AbstractValidator<ListGenerationsQuery>
{
    public ListGenerationsValidator() => RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
}

internal sealed class EstimateGenerationValidator : AbstractValidator<EstimateGenerationQuery>
{
    public EstimateGenerationValidator() => RuleFor(q => q.Count).InclusiveBetween(1, 10_000);
}

internal sealed class GenerationQueryHandlers(IGenerationReader reader, IGenerationProviders providers, RecipeWriter recipes, Budgeting budgeting) :
    IRequestHandler<ListGenerationsQuery, Result<Page<GenerationDto>>>, IRequestHandler<GetGenerationQuery, Result<GenerationDto>>,
    IRequestHandler<EstimateGenerationQuery, Result<EstimateDto>>, IRequestHandler<ListModelsQuery, Result<IReadOnlyList<ProviderDto>>>
{
    public Task<Result<Page<GenerationDto>>> Handle(ListGenerationsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);

    public async Task<Result<GenerationDto>> Handle(GetGenerationQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new GenerationId(request.Id), cancellationToken) is { } found ? found : GenerationErrors.NotFound;

    public async Task<Result<EstimateDto>> Handle(EstimateGenerationQuery request, CancellationToken cancellationToken)
    {
        var chosen = recipes.Choose(request.Provider, request.Model);
        if (chosen.Error is { } unusable) return unusable;
        var quote = await budgeting.QuoteAsync(chosen.Value.Model, request.Parameters ?? GenerationWish.NoParameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        var (price, _, each) = quote.Value;
        return new EstimateDto(request.Count, each.Dto(), each.Times(request.Count).Dto(), price.Dto(), await budgeting.LeftAsync(cancellationToken));
    }

    public Task<Result<IReadOnlyList<ProviderDto>>> Handle(ListModelsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Result<IReadOnlyList<ProviderDto>>.Of([.. providers.All.Select(p => new ProviderDto(
            p.Slug, p.Label, p.Status.Status, p.Status.Variable, p.Status.Reason,
            [.. p.Models.Select(m => new ModelDto(m.Name, m.Label, m.Kind, m.Price.Dto(), m.MaxReferences, m.Sizes, m.MaxDurationMs, m.ShutDownOn))]))]));
}
