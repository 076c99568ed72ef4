namespace Director.Infrastructure.Providers.Sketch;

/// <summary>A finished frame.</summary>
/// <param name="Bytes">The encoded file.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels, slate included.</param>
/// <param name="ContentType"><c>image/webp</c> or <c>image/png</c>.</param>
public sealed record SketchPicture(ReadOnlyMemory<byte> Bytes, int Width, int Height, string ContentType);
