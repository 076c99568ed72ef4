namespace Director.Infrastructure.Providers.Sketch.Reading;

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
