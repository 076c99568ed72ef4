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
/// <param name="Parameters">The provider's other settings, such as a clip's length: a price may depend on them.</param>
[Requires(Permission.Generate)]
public sealed record EstimateGenerationQuery(string? Provider = null, string? Model = null, int Count = 1, IReadOnlyDictionary<string, string>? Parameters = null) : IQuery<EstimateDto>;

internal sealed class EstimateGenerationValidator : AbstractValidator<EstimateGenerationQuery>
{
    public EstimateGenerationValidator() => RuleFor(q => q.Count).InclusiveBetween(1, 10_000);
}

internal sealed class EstimateGenerationHandler(RecipeWriter recipes, Budgeting budgeting)
    : IRequestHandler<EstimateGenerationQuery, Result<EstimateDto>>
{
    public async Task<Result<EstimateDto>> Handle(EstimateGenerationQuery request, CancellationToken cancellationToken)
    {
        var chosen = await recipes.ChooseAsync(request.Provider, request.Model, cancellationToken);
        if (chosen.Error is { } unusable) return unusable;
        var quote = await budgeting.QuoteAsync(chosen.Value.Model, request.Parameters ?? GenerationWish.NoParameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        var (price, _, each) = quote.Value;
        return new EstimateDto(request.Count, each.Dto(), each.Times(request.Count).Dto(), price.Dto(), await budgeting.LeftAsync(cancellationToken));
    }
}
