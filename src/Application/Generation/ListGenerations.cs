using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Generations, newest first.</summary>
[Requires(Permission.Look)]
public sealed record ListGenerationsQuery(GenerationFilter Filter) : IQuery<Page<GenerationDto>>;

internal sealed class ListGenerationsValidator : AbstractValidator<ListGenerationsQuery>
{
    public ListGenerationsValidator() => RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
}

internal sealed class ListGenerationsHandler(IGenerationReader reader) : IRequestHandler<ListGenerationsQuery, Result<Page<GenerationDto>>>
{
    public Task<Result<Page<GenerationDto>>> Handle(ListGenerationsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);
}
