using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>What takes would cost.</summary>
/// <param name="Provider">The provider's slug; absent: the first that can be used.</param>
/// <param name="Model">The model; absent: the provider's first.</param>
/// <param name="Count">How many takes.</param>
[Requires(Permission.Generate)]
public sealed record EstimateGenerationQuery(string? Provider = null, string? Model = null, int Count = 1) : IQuery<EstimateDto>;

internal sealed class EstimateGenerationValidator : AbstractValidator<EstimateGenerationQuery>
{
    public EstimateGenerationValidator() => RuleFor(q => q.Count).InclusiveBetween(1, 10_000);
}

internal sealed class EstimateGenerationHandler(RecipeWriter recipes) : IRequestHandler<EstimateGenerationQuery, Result<EstimateDto>>
{
    public Task<Result<EstimateDto>> Handle(EstimateGenerationQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(recipes.Choose(request.Provider, request.Model).Then<EstimateDto>(chosen =>
            new EstimateDto(request.Count, chosen.Model.Price.Dto(), chosen.Model.Price.Times(request.Count).Dto())));
}
