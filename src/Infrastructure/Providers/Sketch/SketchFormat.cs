namespace Director.Infrastructure.Providers.Sketch;

/// <summary>The file formats a sketch can be written in.</summary>
public enum SketchFormat
{
    /// <summary>Lossy WebP, about a tenth of the PNG.</summary>
    Webp,

    /// <summary>Lossless PNG.</summary>
    Png,
}
