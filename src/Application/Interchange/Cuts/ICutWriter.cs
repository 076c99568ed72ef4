namespace Director.Application.Interchange.Cuts;

/// <summary>Writes an edit in one format.</summary>
public interface ICutWriter
{
    /// <summary>The format's name in addresses: "otio".</summary>
    string Format { get; }

    string ContentType { get; }

    /// <summary>Writes the whole edit; the stream is left open.</summary>
    Task WriteAsync(CutTimeline timeline, Stream output, CancellationToken cancellationToken);
}
