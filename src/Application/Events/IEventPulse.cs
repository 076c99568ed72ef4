using Director.Domain.Workspaces;

namespace Director.Application.Events;

/// <summary>Tells open streams that the log of their workspace has grown.</summary>
public interface IEventPulse
{
    /// <summary>Listens to one workspace until disposed.</summary>
    IEventListener Listen(WorkspaceId workspace);
}

/// <summary>One open stream's ear.</summary>
public interface IEventListener : IDisposable
{
    /// <summary>Waits until the log has grown since the last call, or the time is over.</summary>
    /// <returns>Whether it has grown.</returns>
    Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct);
}

/// <summary>Whether the caller of this scope is still signed in and still a member of the workspace.</summary>
public interface ISessionWatch
{
    /// <summary>Asks again, at most two seconds behind.</summary>
    Task<bool> IsOpenAsync(CancellationToken ct);
}
