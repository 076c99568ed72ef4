namespace Director.Infrastructure.Providers.Sketch.Reading;

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
