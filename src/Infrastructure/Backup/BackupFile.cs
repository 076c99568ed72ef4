namespace Director.Infrastructure.Backup;

/// <summary>A file that appears under its name when it is whole, and leaves nothing behind when it is not. Only its owner may read it.</summary>
public sealed class BackupFile : IAsyncDisposable
{
    private readonly string path;
    private readonly string unfinished;
    private readonly FileStream file;

    private BackupFile(string path, string unfinished, FileStream file) => (this.path, this.unfinished, this.file) = (path, unfinished, file);

    /// <summary>What is written.</summary>
    public Stream Stream => file;

    /// <summary>Begins one.</summary>
    /// <exception cref="BackupException">It cannot be written there.</exception>
    public static BackupFile Create(string path)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new BackupFile(path, unfinished, new FileStream(unfinished, options));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The file '{path}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Forces it to disk and gives it its name.</summary>
    public void Finish()
    {
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(unfinished, path, overwrite: true);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        File.Delete(unfinished);
    }
}
