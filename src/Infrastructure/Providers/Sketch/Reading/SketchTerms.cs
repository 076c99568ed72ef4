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

/// <summary>Where the camera looks from.</summary>
public enum SketchAngle
{
    /// <summary>At eye height.</summary>
    Eye,

    /// <summary>From below.</summary>
    Low,

    /// <summary>From above.</summary>
    High,

    /// <summary>Canted.</summary>
    Dutch,

    /// <summary>Past a near shoulder.</summary>
    OverShoulder,
}

/// <summary>How the camera moves.</summary>
public enum SketchMove
{
    /// <summary>Locked off.</summary>
    None,

    /// <summary>Pan to the right.</summary>
    PanRight,

    /// <summary>Pan to the left.</summary>
    PanLeft,

    /// <summary>Tilt up.</summary>
    TiltUp,

    /// <summary>Tilt down.</summary>
    TiltDown,

    /// <summary>Crane or boom up.</summary>
    CraneUp,

    /// <summary>Crane or boom down.</summary>
    CraneDown,

    /// <summary>Track to the right.</summary>
    TrackRight,

    /// <summary>Track to the left.</summary>
    TrackLeft,

    /// <summary>Push or dolly in.</summary>
    PushIn,

    /// <summary>Pull or dolly out.</summary>
    PullOut,

    /// <summary>Zoom in.</summary>
    ZoomIn,

    /// <summary>Zoom out.</summary>
    ZoomOut,

    /// <summary>Orbit round the subject.</summary>
    Orbit,

    /// <summary>Handheld.</summary>
    Handheld,
}

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

/// <summary>What falls or hangs in the air.</summary>
public enum SketchWeather
{
    /// <summary>Nothing.</summary>
    Clear,

    /// <summary>Rain.</summary>
    Rain,

    /// <summary>Rain and wind.</summary>
    Storm,

    /// <summary>Fog or mist.</summary>
    Fog,

    /// <summary>Falling snow.</summary>
    Snow,

    /// <summary>Wind.</summary>
    Wind,
}

/// <summary>What a figure does.</summary>
public enum SketchPose
{
    /// <summary>Standing.</summary>
    Stand,

    /// <summary>Walking.</summary>
    Walk,

    /// <summary>Running.</summary>
    Run,

    /// <summary>Sitting.</summary>
    Sit,

    /// <summary>Seen from behind.</summary>
    Back,

    /// <summary>Carrying a case.</summary>
    Case,

    /// <summary>Holding up a lamp.</summary>
    Lamp,

    /// <summary>Reading or writing.</summary>
    Ledger,

    /// <summary>Pointing or reaching out.</summary>
    Reach,
}
