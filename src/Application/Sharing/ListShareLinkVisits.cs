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

/// <summary>What guests of a share link did, latest first.</summary>
[Requires(Permission.Share)]
public sealed record ListShareLinkVisitsQuery(Guid Id, string? Cursor, int Limit = 50) : IQuery<Page<ShareVisitDto>>;

internal sealed class ShareVisitListValidator : AbstractValidator<ListShareLinkVisitsQuery>
{
    public ShareVisitListValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}
