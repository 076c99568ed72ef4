using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Tags;

/// <summary>The workspace's tags with how often each is used, in order of name.</summary>
[Requires(Permission.Look)]
public sealed record ListTagsQuery(TagFilter Filter) : IQuery<Page<TagDto>>;

internal sealed class ListTagsValidator : AbstractValidator<ListTagsQuery>
{
    public ListTagsValidator()
    {
        RuleFor(q => q.Filter.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleFor(q => q.Filter.Query).Must(NoNul).OverridePropertyName("q").WithMessage("q contains a NUL character.");
        RuleFor(q => q.Filter.Category).Must(NoNul).OverridePropertyName("category").WithMessage("category contains a NUL character.");
    }

    private static bool NoNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}

internal sealed class ListTagsHandler(ITagReader reader) : IRequestHandler<ListTagsQuery, Result<Page<TagDto>>>
{
    public Task<Result<Page<TagDto>>> Handle(ListTagsQuery request, CancellationToken cancellationToken) => reader.ListAsync(request.Filter, cancellationToken);
}
