namespace Director.Infrastructure.EmbeddedPostgres;

/// <summary>Where the embedded server lives and how it is run.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Director's data directory. Everything of the server stands in its <c>postgres</c> folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder with <c>bin</c>, <c>lib</c> and <c>share</c>; when absent it is looked for beside the
    /// binary (published) and in <c>artifacts/postgres</c> of the source tree (run from source).</summary>
    public string? BinariesDirectory { get; init; }

    /// <summary>When another Director process already runs the server of this data directory: connect to it instead of
    /// refusing. For short commands beside a running server; the one that joins never stops it.</summary>
    public bool JoinRunning { get; init; }

    /// <summary>Server settings beside Director's own, as in <c>postgresql.conf</c>. Throw-away test databases turn
    /// <c>fsync</c> off here; nothing else should.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
