using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>The caller's own sign-ins, refusals and changes to what they sign in with, newest first.</summary>
[RequiresPerson]
public sealed record ListMySecurityEventsQuery(string? Cursor, int Limit = 50) : IQuery<Page<SecurityEventDto>>;

internal sealed class ListMySecurityEventsValidator : AbstractValidator<ListMySecurityEventsQuery>
{
    public ListMySecurityEventsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

internal sealed class ListMySecurityEventsHandler(ISecurityRecordReader reader, ICaller caller) : IRequestHandler<ListMySecurityEventsQuery, Result<Page<SecurityEventDto>>>
{
    public Task<Result<Page<SecurityEventDto>>> Handle(ListMySecurityEventsQuery request, CancellationToken cancellationToken) =>
        reader.OfPersonAsync(caller.Person(), request.Cursor, request.Limit, cancellationToken);
}
