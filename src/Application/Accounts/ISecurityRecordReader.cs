using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>Reads the security record.</summary>
public interface ISecurityRecordReader
{
    /// <summary>What concerns one person, newest first.</summary>
    Task<Result<Page<SecurityEventDto>>> OfPersonAsync(UserId user, string? cursor, int limit, CancellationToken ct);

    /// <summary>What concerns the caller's workspace, and the sign-ins of its members, newest first.</summary>
    Task<Result<Page<SecurityEventDto>>> OfWorkspaceAsync(string? cursor, int limit, CancellationToken ct);
}
