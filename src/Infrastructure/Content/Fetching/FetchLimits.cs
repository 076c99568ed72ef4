namespace Director.Infrastructure.Content.Fetching;

/// <summary>How long a stranger's server may take. Everything has an end.</summary>
internal sealed record FetchLimits
{
    /// <summary>One page or file, redirects included.</summary>
    public TimeSpan Fetch { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What the transcript service takes.</summary>
    public TimeSpan Transcript { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Reading what was fetched.</summary>
    public TimeSpan Read { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Redirects that are followed, each judged like the first address.</summary>
    public int Redirects { get; init; } = 5;
}

/// <summary>Something that was fetched, in a file that vanishes with its handle.</summary>
/// <param name="Content">Its bytes, from the first.</param>
/// <param name="ContentType">What the server called it; a hint, no more.</param>
/// <param name="Address">Where it lay in the end.</param>
internal sealed record Fetched(Stream Content, string? ContentType, Uri Address) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
