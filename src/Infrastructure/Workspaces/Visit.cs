using Director.Application.Common.Ports;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using Director.Infrastructure.Identity;

namespace Director.Infrastructure.Workspaces;

/// <inheritdoc cref="IVisit" />
internal sealed class Visit(CallerContext caller) : IVisit
{
    public void Into(WorkspaceId workspace) => caller.LookInto(workspace);

    public void AsMember(Account account, WorkspaceId workspace, string role) => caller.SignedIn(account.Id, account.Name, caller.SessionId, workspace, role);

    public void AsGuest(ShareGuest guest, IReadOnlySet<Permission> permissions) =>
        caller.Guest(guest.WorkspaceId, new UserId(guest.Id), guest.Name, permissions);
}
