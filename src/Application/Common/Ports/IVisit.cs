using Director.Domain.Sharing;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>
/// Lets a request into a workspace that no membership opened, but something that carries the workspace itself: an invitation or a share
/// link. Before anything of the workspace is read; what it may do there is nothing until it is said.
/// </summary>
public interface IVisit
{
    /// <summary>Looks into a workspace, still as whoever it is, with no rights in it.</summary>
    void Into(WorkspaceId workspace);

    /// <summary>Goes on as a person who has just become a member.</summary>
    void AsMember(Account account, WorkspaceId workspace, string role);

    /// <summary>Goes on as a guest of a share link.</summary>
    void AsGuest(ShareGuest guest, IReadOnlySet<Permission> permissions);
}
