namespace Director.Infrastructure.Providers.Sketch.Reading;

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
