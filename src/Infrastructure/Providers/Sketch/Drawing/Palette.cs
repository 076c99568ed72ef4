using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Drawing;

/// <summary>The colours of one time of day.</summary>
internal sealed record Palette(SKColor SkyTop, SKColor SkyLow, SKColor Near, SKColor Ink, SKColor Key, float Veil, SKColor SkinLit,
    SKColor SkinShade)
{
    private static readonly SKColor White = SKColors.White;

    /// <summary>Washes step from the low sky to the near tone; a little of the upper sky cools what is far.</summary>
    public SKColor Far => SkyLow.To(SkyTop, .38f).To(Near, .30f);

    public SKColor Mid => SkyLow.To(SkyTop, .45f).To(Near, .64f);

    public SKColor Sea => SkyTop.To(SkyLow, .28f).To(Near, .18f);

    public SKColor Pale => SkyLow.To(White, .45f);

    public static Palette For(SketchTime time) => time switch
    {
        SketchTime.Dawn => Make(0x8496a2, 0xe3c7ab, 0x384149, 0x1f252b, 0xffe6c0, .1f, 0xcfa284, 0x75625c),
        SketchTime.Dusk => Make(0x4b5563, 0xb98d70, 0x262a30, 0x15171b, 0xf2c796, .2f, 0xb98a6c, 0x5d4a43),
        SketchTime.Night => Make(0x1c2530, 0x43525f, 0x141a20, 0x0b0e12, 0xf4d796, .4f, 0x94806e, 0x3b363a),
        SketchTime.Lamp => Make(0x2a2523, 0x6b5138, 0x1c1816, 0x0f0d0c, 0xf5cd84, .1f, 0xc8935f, 0x4a3629),
        _ => Make(0xa3afb4, 0xd8d7cc, 0x40484c, 0x1d2225, 0xfbf5e4, .05f, 0xc99f83, 0x7a675d),
    };

    /// <summary>A colour of its own in this light: drawn toward the sky by the time's veil.</summary>
    public SKColor Local(SKColor colour, float more = 0) => colour.To(SkyTop, Veil + more);

    public SKColor Local(uint rgb, float more = 0) => Local(Tint.Hex(rgb), more);

    /// <summary>The wash of a thing at a relative distance: 1 stands at the front edge, larger is farther.</summary>
    public SKColor Depth(float distance)
    {
        var t = 1 - 1 / MathF.Max(1, distance * .42f + .58f);
        return t < .5f ? Near.To(Mid, t * 2) : Mid.To(Far, (t - .5f) * 2);
    }

    private static Palette Make(uint top, uint low, uint near, uint ink, uint key, float veil, uint skin, uint shade) =>
        new(Tint.Hex(top), Tint.Hex(low), Tint.Hex(near), Tint.Hex(ink), Tint.Hex(key), veil, Tint.Hex(skin), Tint.Hex(shade));
}
