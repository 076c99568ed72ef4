using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>The workspace's security record, newest first: its keys, what was refused in it, and its members' sign-ins.</summary>
[Requires(Permission.Administer)]
public sealed record ListWorkspaceSecurityEventsQuery(string? Cursor, int Limit = 50) : IQuery<Page<SecurityEventDto>>;

internal sealed class ListWorkspaceSecurityEventsValidator : AbstractValidator<ListWorkspaceSecurityEventsQuery>
{
    public ListWorkspaceSecurityEventsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

internal sealed class ListWorkspaceSecurityEventsHandler(ISecurityRecordReader reader) : IRequestHandler<ListWorkspaceSecurityEventsQuery, Result<Page<SecurityEventDto>>>
{
    public Task<Result<Page<SecurityEventDto>>> Handle(ListWorkspaceSecurityEventsQuery request, CancellationToken cancellationToken) =>
        reader.OfWorkspaceAsync(request.Cursor, request.Limit, cancellationToken);
}
