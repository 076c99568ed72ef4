namespace Director.Domain.Generation;

/// <summary>Where a generation stands. The last four are never left.</summary>
public enum GenerationStatus
{
    /// <summary>Waits for a worker.</summary>
    Queued,
    /// <summary>A worker is about to call the provider, or was when it died: whether the provider has the work is unknown.</summary>
    Submitting,
    /// <summary>The provider has the work.</summary>
    Running,
    /// <summary>There is a take.</summary>
    Succeeded,
    /// <summary>There is none, and no further attempt will be made by itself.</summary>
    Failed,
    /// <summary>Somebody took it back.</summary>
    Cancelled,
    /// <summary>The provider forgot it before the result was fetched.</summary>
    Expired,
}

/// <summary>Why an attempt failed; each has its own advice for the crew.</summary>
public enum FailureKind
{
    /// <summary>The provider's rules refuse the prompt or a reference.</summary>
    Moderation,
    /// <summary>The provider does not take this input.</summary>
    InvalidInput,
    /// <summary>Something the recipe refers to is gone or unreadable.</summary>
    ReferenceUnavailable,
    /// <summary>The key is missing, wrong or not allowed.</summary>
    Auth,
    /// <summary>The account has no credit left.</summary>
    Quota,
    /// <summary>Too many calls; goes away by waiting.</summary>
    RateLimited,
    /// <summary>The provider is overloaded or down; goes away by waiting.</summary>
    ProviderBusy,
    /// <summary>It took longer than it may.</summary>
    Timeout,
    /// <summary>What came back is no picture, clip or sound.</summary>
    CorruptOutput,
    /// <summary>Nobody can say, in particular whether the provider did the work.</summary>
    Unknown,
}

/// <summary>Sets of states.</summary>
public static class GenerationStatuses
{
    /// <summary>Whether the state is never left.</summary>
    public static bool IsTerminal(this GenerationStatus status) => status >= GenerationStatus.Succeeded;

    /// <summary>The states in which something is still to come.</summary>
    public static readonly IReadOnlyList<GenerationStatus> Pending = [GenerationStatus.Queued, GenerationStatus.Submitting, GenerationStatus.Running];
}
