namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>The light of the frame.</summary>
public enum SketchTime
{
    /// <summary>Full day.</summary>
    Day,

    /// <summary>First light.</summary>
    Dawn,

    /// <summary>Last light.</summary>
    Dusk,

    /// <summary>Night without a lamp.</summary>
    Night,

    /// <summary>A lamp-lit interior.</summary>
    Lamp,
}
