using Director.Application.Common.Paging;
using Director.Domain.Assets;
using Director.Domain.Common;
using FluentValidation;

namespace Director.Application.Assets;

internal sealed class AssetFilterValidator : AbstractValidator<AssetFilter>
{
    /// <summary>Characters in a search.</summary>
    private const int MaxQuery = 300;

    public AssetFilterValidator()
    {
        RuleFor(f => f.Limit).InclusiveBetween(1, AssetLimits.Page).OverridePropertyName("limit");
        RuleFor(f => f.Query).MaximumLength(MaxQuery).Must(NoNul).OverridePropertyName("q").WithMessage($"q has at most {MaxQuery} characters and no NUL.");
        RuleFor(f => f.Status).Must(NoNul).OverridePropertyName("status").WithMessage("status contains a NUL character.");
        RuleFor(f => f.Source).Must(NoNul).OverridePropertyName("source").WithMessage("source contains a NUL character.");
        RuleFor(f => f.ExternalId).Must(NoNul).OverridePropertyName("externalId").WithMessage("externalId contains a NUL character.");
        RuleForEach(f => f.Tags).Must(NoNul).OverridePropertyName("tag").WithMessage("A tag contains a NUL character.");
        RuleForEach(f => f.Metadata).Must(m => NoNul(m) && m.Contains(':', StringComparison.Ordinal)).OverridePropertyName("metadata").WithMessage("metadata is asked for as key:value.");
        RuleForEach(f => f.Types).Must(t => AssetTypes.TryGet(t, out _)).OverridePropertyName("type").WithMessage("There is no such asset type; GET /api/asset-types lists them.");
        RuleFor(f => f.Sort).Must(s => s is null || AssetSort.All.Contains(s.StartsWith('-') ? s[1..] : s)).OverridePropertyName("sort")
            .WithMessage($"sort is one of {string.Join(", ", AssetSort.All)}, with a leading - for descending.");
    }

    private static bool NoNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
