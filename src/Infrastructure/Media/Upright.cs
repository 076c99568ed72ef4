using SkiaSharp;

namespace Director.Infrastructure.Media;

/// <summary>Draws stored pictures as people see them: cameras store portraits lying on their side.</summary>
internal static class Upright
{
    /// <summary>The picture at a scale of at most 1; null when it cannot be decoded.</summary>
    internal static SKImage? Draw(SKCodec codec, float scale)
    {
        var (uprightWidth, uprightHeight) = MediaProbe.Upright(codec);
        var near = codec.GetScaledDimensions(scale);
        using var decoded = new SKBitmap(new SKImageInfo(near.Width, near.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)) return null;

        var size = new SKSizeI(Math.Max(1, (int)Math.Round(uprightWidth * scale)), Math.Max(1, (int)Math.Round(uprightHeight * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.Concat(Turned(codec.EncodedOrigin, size));
        var turned = uprightWidth != codec.Info.Width;
        surface.Canvas.DrawImage(image, new SKRect(0, 0, turned ? size.Height : size.Width, turned ? size.Width : size.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    /// <summary>Turns a stored picture upright (EXIF orientation).</summary>
    private static SKMatrix Turned(SKEncodedOrigin origin, SKSizeI size) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, size.Width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, size.Width, 0, -1, size.Height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, size.Height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, size.Width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, size.Width, -1, 0, size.Height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, size.Height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
