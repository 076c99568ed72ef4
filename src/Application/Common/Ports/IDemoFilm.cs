using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Plants the demonstration film in a fresh workspace.</summary>
public interface IDemoFilm
{
    /// <summary>Plants it on behalf of a person. Called after the workspace has been committed.</summary>
    Task PlantAsync(WorkspaceId workspace, UserId user, string userName, CancellationToken ct);
}
