namespace Director.Application.MediaFiles;

/// <summary>Makes small pictures out of pictures, once each.</summary>
public interface IThumbnails
{
    /// <summary>A WebP at most so wide; null when the workspace has no such file or it is no picture.</summary>
    Task<Stream?> GetAsync(string sha256, string contentType, int width, CancellationToken ct);
}
