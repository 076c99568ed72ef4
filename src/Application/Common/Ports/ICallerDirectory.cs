using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>What the server remembers of callers between their requests: who they are, their workspaces and their roles there.</summary>
public interface ICallerDirectory
{
    /// <summary>
    /// Called by whatever changes what a person may do: a role given or taken, a membership ended, an account disabled. Inside a
    /// transaction it takes effect when that has committed; on this node the next request then asks the database, on other nodes any
    /// request that comes two seconds later, and open event streams end within five.
    /// </summary>
    void ForgetUser(UserId user);
}
