namespace Director.Domain.Content;

/// <summary>How much is taken in; domain, validators, schema and document name the same figures.</summary>
public static class ExtractionLimits
{
    /// <summary>Characters of an address.</summary>
    public const int Url = 2_000;
    /// <summary>Characters of a title; longer ones are cut.</summary>
    public const int Title = 300;
    /// <summary>Characters of a file's name; longer ones are cut.</summary>
    public const int FileName = 255;
    /// <summary>Characters of what is said about a failure; more is cut.</summary>
    public const int Message = 1_000;
    /// <summary>Characters of a language tag (BCP 47).</summary>
    public const int Language = 35;
    /// <summary>Tags that can be wished for.</summary>
    public const int Tags = 20;
    /// <summary>Bytes fetched or uploaded, unless the server's settings say otherwise.</summary>
    public const int Bytes = 50 * 1024 * 1024;
    /// <summary>Characters of an extracted text.</summary>
    public const int Text = 4_000_000;
    /// <summary>Texts that a workspace may have waiting or under way at once.</summary>
    public const int Waiting = 50;
    /// <summary>How often a worker may be interrupted before it counts as a failure.</summary>
    public const int Interruptions = 3;
}
