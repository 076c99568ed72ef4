using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Sharing;

/// <summary>The share links, newest first, those that were taken back too.</summary>
/// <param name="FilmId">Only those that show this film or something of it.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">1 to 200.</param>
[Requires(Permission.Share)]
public sealed record ListShareLinksQuery(Guid? FilmId, string? Cursor, int Limit = 50) : IQuery<Page<ShareLinkDto>>;

internal sealed class ShareListValidator : AbstractValidator<ListShareLinksQuery>
{
    public ShareListValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}
