using SkiaSharp;

namespace Director.Infrastructure.UnitTests.Providers;

/// <summary>Pictures to make and to send.</summary>
internal static class Pictures
{
    internal static byte[] Png(uint colour = 0xFF336699, int width = 64, int height = 36)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(colour));
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    /// <summary>The smallest that has the boxes of an MP4: ftyp, moov, mdat (ISO 14496-12).</summary>
    internal static byte[] Mp4() =>
    [
        0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0,
        0, 0, 0, 8, .. "moov"u8,
        0, 0, 0, 12, .. "mdat"u8, 1, 2, 3, 4,
    ];
}
