namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>What the reader made of a frame's words: everything the composition needs to know.</summary>
public sealed record SketchReading
{
    /// <summary>Shot size.</summary>
    public SketchSize Size { get; init; }

    /// <summary>Camera angle.</summary>
    public SketchAngle Angle { get; init; }

    /// <summary>Camera movement.</summary>
    public SketchMove Move { get; init; }

    /// <summary>The light.</summary>
    public SketchTime Time { get; init; }

    /// <summary>What is in the air.</summary>
    public SketchWeather Weather { get; init; }

    /// <summary>The set.</summary>
    public SketchSetting Setting { get; init; }

    /// <summary>True indoors.</summary>
    public bool Interior { get; init; }

    /// <summary>True when it is night or evening outside, also behind a lamp-lit room's window.</summary>
    public bool DarkOutside { get; init; }

    /// <summary>Things named by the text.</summary>
    public SketchProp Props { get; init; }

    /// <summary>What the first figure does.</summary>
    public SketchPose Pose { get; init; }

    /// <summary>Who is in the frame, most important first; empty for an empty set or a still life.</summary>
    public IReadOnlyList<SketchCastMember> People { get; init; } = [];

    /// <summary>True when the shot is of a thing, not of a person.</summary>
    public bool StillLife { get; init; }

    /// <summary>True when any of the given things is named.</summary>
    public bool Has(SketchProp props) => (Props & props) != 0;
}
