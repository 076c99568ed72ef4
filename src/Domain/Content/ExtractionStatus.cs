namespace Director.Domain.Content;

/// <summary>Where an extraction stands.</summary>
public enum ExtractionStatus
{
    /// <summary>Accepted; nobody has begun.</summary>
    Pending,
    /// <summary>Being fetched and read.</summary>
    Extracting,
    /// <summary>The text is there.</summary>
    Completed,
    /// <summary>It came to nothing, by itself or because somebody cancelled it; the cause says which.</summary>
    Failed,
}

/// <summary>What a text is taken from.</summary>
public enum SourceKind
{
    /// <summary>A web page: its article, without what stands around it.</summary>
    Web,
    /// <summary>A PDF with text in it.</summary>
    Pdf,
    /// <summary>Plain text.</summary>
    Text,
    /// <summary>A screenplay as Fountain.</summary>
    Fountain,
    /// <summary>A screenplay as Final Draft's FDX.</summary>
    Fdx,
    /// <summary>What is said in a video, by the transcript service.</summary>
    Video,
}

/// <summary>Why a text could not be taken in.</summary>
public enum ExtractionCause
{
    /// <summary>The address leads into this network, to a port or by a scheme that is not called.</summary>
    AddressRefused,
    /// <summary>Nobody answers there, or not in time.</summary>
    Unreachable,
    /// <summary>The other side answers, but not with the text.</summary>
    SourceRefused,
    /// <summary>More bytes than are taken in.</summary>
    TooLarge,
    /// <summary>Reading it took more time or memory than a text may take.</summary>
    TooHeavy,
    /// <summary>A format that is not read.</summary>
    Unsupported,
    /// <summary>The format is right, but it cannot be read: damaged, or locked by a password.</summary>
    Unreadable,
    /// <summary>It can be read and has no text in it.</summary>
    NoText,
    /// <summary>The setting that it needs is not there.</summary>
    NotConfigured,
    /// <summary>The worker was interrupted too often.</summary>
    Interrupted,
    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
    /// <summary>The workspace has no room for it.</summary>
    NoRoom,
}
