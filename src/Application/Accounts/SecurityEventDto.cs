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
