namespace Director.Infrastructure.Media;

/// <summary>Brings what the store holds to where ffmpeg can read it.</summary>
internal static class OnDisk
{
    /// <summary>The store's own path where it lies on this disk; else that of a copy.</summary>
    /// <param name="content">An opened file of the store.</param>
    /// <param name="place">A folder for copies, which the caller deletes.</param>
    internal static async Task<string> PathOfAsync(Stream content, string place, CancellationToken ct)
    {
        if (content is FileStream here) return here.Name;
        var path = Path.Combine(place, Path.GetRandomFileName());
        await using var file = File.Create(path);
        await content.CopyToAsync(file, ct);
        return path;
    }
}
