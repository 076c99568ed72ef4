using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Content;

/// <summary>Texts that were taken in or are being, newest first.</summary>
[Requires(Permission.Look)]
public sealed record ListContentQuery(ContentFilter Filter) : IQuery<Page<ContentDto>>;

internal sealed class ListContentValidator : AbstractValidator<ListContentQuery>
{
    private const int MaxQuery = 200;

    public ListContentValidator()
    {
        RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleFor(q => q.Filter.Query).MaximumLength(MaxQuery).OverridePropertyName("q");
        RuleFor(q => q.Filter.Tag).MaximumLength(MaxQuery).OverridePropertyName("tag");
        RuleFor(q => q.Filter.Language).Must(ContentWishes.IsLanguage).OverridePropertyName("language").WithMessage("language is a BCP 47 tag such as en or pt-BR.");
    }
}

internal sealed class ListContentHandler(IContentReader reader) : IRequestHandler<ListContentQuery, Result<Page<ContentDto>>>
{
    public Task<Result<Page<ContentDto>>> Handle(ListContentQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);
}
