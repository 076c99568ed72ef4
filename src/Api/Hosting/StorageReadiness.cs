namespace Director.Api.Hosting;

/// <summary>Media can be written where they are kept.</summary>
internal sealed class StorageReadiness(string folder) : IReadinessCheck
{
    public string Name => "storage";

    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, $".ready-{Path.GetRandomFileName()}");
        await File.WriteAllTextAsync(probe, "ready", cancellationToken);
        File.Delete(probe);
        return null;
    }
}
