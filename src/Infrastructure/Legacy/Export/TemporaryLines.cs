using System.Runtime.CompilerServices;

namespace Director.Infrastructure.Legacy.Export;

/// <summary>Lines that wait on disk: a list of files may have a million, and a zip file takes one entry at a time.</summary>
internal sealed class TemporaryLines : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private StreamWriter? writer;

    internal void Add(string line) => (writer ??= new StreamWriter(path)).WriteLine(line);

    internal async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (writer is not null) await writer.DisposeAsync();
        writer = null;
        using var reader = new StreamReader(path);
        while (await reader.ReadLineAsync(ct) is { } line) yield return line;
    }

    public void Dispose()
    {
        writer?.Dispose();
        File.Delete(path);
    }
}
