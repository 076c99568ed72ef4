namespace Director.Infrastructure.Providers.Sketch;

/// <summary>How the picture is written.</summary>
public sealed record SketchOptions
{
    /// <summary>The smallest width and height ever drawn, in pixels, of the longer side.</summary>
    public const int MinimumEdge = 960;

    /// <summary>The largest longer side, in pixels.</summary>
    public const int MaximumEdge = 3840;

    /// <summary>Longer side in pixels; held within <see cref="MinimumEdge"/>…<see cref="MaximumEdge"/>. Upright frames are at least 960 wide.</summary>
    public int LongEdge { get; init; } = 1280;

    /// <summary>File format of the picture.</summary>
    public SketchFormat Format { get; init; } = SketchFormat.Webp;

    /// <summary>WebP quality, 1…100.</summary>
    public int Quality { get; init; } = 88;
}
