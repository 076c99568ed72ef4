using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Content;

namespace Director.Application.Content;

/// <summary>Reads content for showing.</summary>
public interface IContentReader
{
    /// <summary>One that was not removed; null when there is none.</summary>
    Task<ContentDto?> GetAsync(ExtractionId id, CancellationToken ct);

    /// <summary>A page, newest first. Refused when the cursor is not one of this listing's.</summary>
    Task<Result<Page<ContentDto>>> ListAsync(ContentFilter filter, CancellationToken ct);
}

/// <summary>Lets workers know of extractions.</summary>
public interface IExtractionQueue
{
    /// <summary>Schedules a step in the transaction of the unit of work.</summary>
    Task EnqueueAsync(ExtractionId id, TimeSpan delay, CancellationToken ct);
}

/// <summary>What the server's settings allow to be taken in.</summary>
public interface IContentRules
{
    /// <summary>The most bytes of a page or file.</summary>
    int MaxBytes { get; }

    /// <summary>Whether an address may be tried at all; null when it may. Where its name leads is judged when it is called.</summary>
    Error? CheckAddress(Uri address);

    /// <summary>Whether the address is a video's, whose words only a transcript service knows.</summary>
    bool IsVideo(Uri address);

    /// <summary>Why no transcripts can be had; null when they can.</summary>
    Error? CheckTranscripts();
}

/// <summary>Tells formats by bytes.</summary>
public interface IContentFormats
{
    /// <summary>What a file in the store is; null when it is none of the formats that are read.</summary>
    /// <param name="blob">The file.</param>
    /// <param name="fileName">Tells Fountain from other plain texts.</param>
    Task<SourceKind?> TellAsync(StoredBlob blob, string fileName, CancellationToken ct);
}
