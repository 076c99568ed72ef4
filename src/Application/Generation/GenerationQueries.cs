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
[Requires(Permission.Generate)]
public sealed record EstimateGenerationQuery(string? Provider = null, string? Model = null, int Count = 1) : IQuery<EstimateDto>;

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

internal sealed class GenerationQueryHandlers(IGenerationReader reader, IGenerationProviders providers, RecipeWriter recipes, TimeProvider clock) :
    IRequestHandler<ListGenerationsQuery, Result<Page<GenerationDto>>>, IRequestHandler<GetGenerationQuery, Result<GenerationDto>>,
    IRequestHandler<EstimateGenerationQuery, Result<EstimateDto>>, IRequestHandler<ListModelsQuery, Result<IReadOnlyList<ProviderDto>>>
{
    public Task<Result<Page<GenerationDto>>> Handle(ListGenerationsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);

    public async Task<Result<GenerationDto>> Handle(GetGenerationQuery request, CancellationToken cancellationToken) =>
        await reader.GetAsync(new GenerationId(request.Id), cancellationToken) is { } found ? found : GenerationErrors.NotFound;

    public Task<Result<EstimateDto>> Handle(EstimateGenerationQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(recipes.Choose(request.Provider, request.Model).Then<EstimateDto>(chosen =>
            new EstimateDto(request.Count, chosen.Model.Price.Dto(), chosen.Model.Price.Times(request.Count).Dto())));

    public Task<Result<IReadOnlyList<ProviderDto>>> Handle(ListModelsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Result<IReadOnlyList<ProviderDto>>.Of(ModelListing.Of(providers, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))));
}
