namespace Director.Domain.Assets.Types;

/// <summary>Limits that several details share. Lengths are in UTF-16 code units.</summary>
public static class DetailLimits
{
    /// <summary>A word or a name: a size, a lens, a model.</summary>
    public const int Word = 120;

    /// <summary>A line: a heading, a synopsis' first sentence, a URL's host.</summary>
    public const int Line = 500;

    /// <summary>A paragraph: a description, a prompt, notes.</summary>
    public const int Paragraph = 8_000;

    /// <summary>A long text: dialogue of a shot, a synopsis.</summary>
    public const int Long = 64_000;

    /// <summary>A URL.</summary>
    public const int Url = 2_048;

    /// <summary>Pixels on one side.</summary>
    public const int Pixels = 65_535;

    /// <summary>Frames: 24 hours at 120 a second.</summary>
    public const int Frames = 10_368_000;

    /// <summary>Entries in a list within details.</summary>
    public const int Entries = 64;
}
