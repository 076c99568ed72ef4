using Director.Domain.Common;

namespace Director.Domain.Content;

/// <summary>Every refusal that concerns texts being taken in.</summary>
public static class ExtractionErrors
{
    /// <summary>Unknown, deleted or another workspace's.</summary>
    public static readonly Error NotFound = new("content.notFound", "There is no such content.", ErrorKind.NotFound);
    /// <summary>The worker that writes is not the one that holds it any more.</summary>
    public static readonly Error ClaimLost = new("content.claimLost", "Another worker has this, or it has ended.", ErrorKind.Conflict);
    /// <summary>What has ended cannot be cancelled.</summary>
    public static readonly Error Ended = new("content.ended", "It has ended already.", ErrorKind.Conflict);
    /// <summary>Only what failed is tried again.</summary>
    public static readonly Error NotFailed = new("content.notFailed", "Only what failed or was cancelled is tried again. To take a text in anew, send its address with force.", ErrorKind.Conflict);
    /// <summary>There is no text yet, or there will be none.</summary>
    public static readonly Error NoTextYet = new("content.noText", "There is no text: it is not completed, or the text was removed.", ErrorKind.Conflict);
    /// <summary>Not an address that is fetched.</summary>
    public static readonly Error BadAddress = Error.Field("url", "url is an address on the web that begins with http:// or https://, without a name or password in it.", "content.badAddress");
    /// <summary>The port is not one of the web's.</summary>
    public static Error BadPort(int port) => Error.Field("url", $"Port {port} is not called: pages are fetched from ports 80 and 443. CONTENT_ALLOWED_HOSTS names servers that may be elsewhere.", "content.badPort");
    /// <summary>A file that is none of the formats.</summary>
    public static readonly Error Unsupported = Error.Field("file", "The file is none of PDF, plain text, Fountain or FDX; its bytes decide, not its name.", "content.unsupported");
    /// <summary>Transcripts need a service.</summary>
    public static Error NoTranscripts(string variable, string reason) =>
        Error.Field("url", $"What is said in a video is written down by a transcript service: {variable} {reason}.", "content.notConfigured");
    /// <summary>Too much at once.</summary>
    public static Error TooManyWaiting(int most) => new("content.tooManyWaiting", $"{most} texts are being taken in already; wait for one to end, or cancel it.", ErrorKind.TooMany);
    /// <summary>A kind that a file cannot be.</summary>
    public static readonly Error NotAFile = Error.Field("sourceKind", "A file is pdf, text, fountain or fdx; web and video are taken in by address.");
    /// <summary>A transcript's kind for an upload, and the like.</summary>
    public static readonly Error NoScenes = new("content.noScenes", "Nothing in this text could be filmed: it has no words outside its headings.");
}
