namespace Director.Domain.Content;

/// <summary>Extractions of the caller's workspace. What it loads stays locked until the unit of work ends.</summary>
public interface IExtractionRepository
{
    /// <summary>Adds one.</summary>
    void Add(Extraction extraction);

    /// <summary>Loads and locks one that was not removed; null when there is none.</summary>
    Task<Extraction?> FindAsync(ExtractionId id, CancellationToken ct);

    /// <summary>Loads and locks one, if this claim holds it; null when it does not.</summary>
    Task<Extraction?> FindHeldAsync(ExtractionId id, Guid token, CancellationToken ct);

    /// <summary>One that has brought, or is bringing, what lies at this address; null when there is none whose text is still there.</summary>
    Task<ExtractionId?> FindByUrlAsync(string url, CancellationToken ct);

    /// <summary>The same for an uploaded file.</summary>
    Task<ExtractionId?> FindByFileAsync(string sha256, CancellationToken ct);

    /// <summary>The completed one, if any, whose asset is live and has this text.</summary>
    Task<Extraction?> FindByTextAsync(string sha256, ExtractionId except, CancellationToken ct);

    /// <summary>Lets whoever takes a text in wait for others who do in this workspace, until the unit of work ends.</summary>
    Task HoldAsync(CancellationToken ct);

    /// <summary>How many are waiting or under way.</summary>
    Task<int> CountWaitingAsync(CancellationToken ct);

    /// <summary>Gives up the claim on it, whoever has it.</summary>
    Task ReleaseAsync(ExtractionId id, CancellationToken ct);

    /// <summary>Notes the words that it is found by.</summary>
    Task IndexAsync(ExtractionId id, string text, CancellationToken ct);
}
