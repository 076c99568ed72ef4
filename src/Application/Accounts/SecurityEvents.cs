using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>One entry of the security record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Kind">signIn, signOut, passwordChanged, apiKeyCreated, forbidden…</param>
/// <param name="Outcome">done or refused.</param>
/// <param name="Operation">What was asked for, where the kind does not say it.</param>
/// <param name="UserId">Whom it concerns.</param>
/// <param name="UserName">Their name now.</param>
/// <param name="WorkspaceId">Where it was, if it concerns one workspace.</param>
/// <param name="Address">Where the request came from.</param>
/// <param name="UserAgent">What the program called itself.</param>
/// <param name="RequestId">The request; also in the log and in its answer's <c>X-Request-Id</c>.</param>
public sealed record SecurityEventDto(
    Guid Id, DateTimeOffset At, string Kind, string Outcome, string? Operation, Guid? UserId, string? UserName, Guid? WorkspaceId, string? Address, string? UserAgent, string RequestId);

/// <summary>Reads the security record.</summary>
public interface ISecurityRecordReader
{
    /// <summary>What concerns one person, newest first.</summary>
    Task<Result<Page<SecurityEventDto>>> OfPersonAsync(UserId user, string? cursor, int limit, CancellationToken ct);

    /// <summary>What concerns the caller's workspace, and the sign-ins of its members, newest first.</summary>
    Task<Result<Page<SecurityEventDto>>> OfWorkspaceAsync(string? cursor, int limit, CancellationToken ct);
}

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
