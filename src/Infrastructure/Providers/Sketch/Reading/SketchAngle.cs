namespace Director.Infrastructure.Providers.Sketch.Reading;

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
