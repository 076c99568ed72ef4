using Director.Infrastructure.Providers.Sketch.Drawing;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>Skin in the light of the frame.</summary>
internal readonly struct SkinTones(Palette palette, Look look)
{
    private static readonly SKColor Deep = Tint.Hex(0x4a2f22);

    public SKColor Lit { get; } = palette.SkinLit.To(palette.Key, .16f).To(Deep, look.Tan * .85f).To(palette.SkyTop, palette.Veil * .25f);

    public SKColor Shade { get; } = palette.SkinShade.To(Deep.To(SKColors.Black, .5f), look.Tan * .7f);
}
