namespace Director.Application.Common.Ports;

/// <summary>Writes the caller's workspace as one portable file.</summary>
public interface IWorkspaceArchive
{
    /// <summary>Writes it in one snapshot, as it is sent. A file whose writing was broken off is refused when it is restored.</summary>
    Task WriteAsync(Stream to, CancellationToken ct);
}
