namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>How much of a person the frame holds.</summary>
public enum SketchSize
{
    /// <summary>Extreme close-up: eyes only.</summary>
    ExtremeCloseUp,

    /// <summary>Close-up: a head.</summary>
    CloseUp,

    /// <summary>Medium: head to waist.</summary>
    Medium,

    /// <summary>Wide: head to foot.</summary>
    Wide,

    /// <summary>Extreme wide: the place, with a small figure.</summary>
    ExtremeWide,
}
