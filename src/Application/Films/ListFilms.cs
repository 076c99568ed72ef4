using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Films;

/// <summary>The films of the workspace, newest first.</summary>
[Requires(Permission.Look)]
public sealed record ListFilmsQuery(string? Cursor, int Limit) : IQuery<Page<FilmSummaryDto>>;

internal sealed class ListFilmsValidator : AbstractValidator<ListFilmsQuery>
{
    public ListFilmsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
}

internal sealed class ListFilmsHandler(IAssetReader reader) : IRequestHandler<ListFilmsQuery, Result<Page<FilmSummaryDto>>>
{
    public Task<Result<Page<FilmSummaryDto>>> Handle(ListFilmsQuery request, CancellationToken cancellationToken) =>
        reader.FilmsAsync(request.Cursor, request.Limit, cancellationToken);
}
