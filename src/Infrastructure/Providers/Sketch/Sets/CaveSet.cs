using Director.Infrastructure.Providers.Sketch.Drawing;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A cave or a tunnel with its mouth of light.</summary>
internal sealed class CaveSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, w, h, hz, dice) = (stage.Pen, stage.Palette, stage.Width, stage.Height, stage.Horizon, stage.Scene);
        var rock = p.Mid.To(p.Local(0x7d7263), .3f);
        pen.Wash(Outline.Box(-w, -h, w * 3, h * 3), rock.To(p.Near, .8f));
        float x = stage.LandmarkX, y = hz;
        for (var k = 0; k < 5; k++)
        {
            var s = 1 - k * .19f;
            var arch = new Outline().M(x - w * .62f * s, y + h * .62f * s);
            const int bends = 10;
            for (var n = 1; n <= bends; n++)
            {
                var a = MathF.PI + MathF.PI * n / bends;
                var r = s * dice.Between(.9f, 1.1f);
                arch.Q(x + w * .64f * r * MathF.Cos(a - .16f), y + h * .1f * s + h * .68f * r * MathF.Sin(a - .16f),
                    x + w * .6f * r * MathF.Cos(a), y + h * .1f * s + h * .62f * r * MathF.Sin(a));
            }
            arch.L(x + w * .62f * s, y + h * .62f * s).Z();
            pen.Wash(arch, rock.To(p.Near, .7f - k * .15f).To(p.SkyLow, .05f * k));
            pen.Ink(arch, 1.5f, .6f);
            pen.Hatch(x + w * .3f * s, y - h * .3f * s, w * .22f * s, h * .5f * s, 9, 70, .24f);
        }
        var mouth = new Outline().M(x - w * .09f, y + h * .1f).Q(x - w * .1f, y - h * .12f, x, y - h * .14f)
            .Q(x + w * .1f, y - h * .1f, x + w * .09f, y + h * .1f).Z();
        pen.Blend(mouth, (0, y - h * .14f), (0, y + h * .1f), p.SkyTop.To(p.SkyLow, .5f), p.Pale);
        pen.Ink(mouth, 1.4f, .7f);
        pen.Glow(x, y, h * .62f, .55f, p.Pale);
        var floor = new Outline().M(-w * .2f, h * .84f).Q(x - w * .2f, y + h * .14f, x, y + h * .1f)
            .Q(x + w * .2f, y + h * .14f, w * 1.2f, h * .86f).L(w * 1.2f, h * 1.2f).L(-w * .2f, h * 1.2f).Z();
        pen.Blend(floor, (0, y), (0, h), rock.To(p.SkyLow, .2f), rock.To(p.Near, .5f), p.Near);
        for (var k = 0; k < 5; k++)
        {
            var d = dice.Between(1.2f, 2.8f);
            Pieces.Rock(stage, w * (dice.Chance(.5f) ? dice.Between(-.02f, .24f) : dice.Between(.76f, 1.02f)), stage.Row(d),
                stage.Metre(d) * 1.8f, stage.Metre(d) * .9f, rock.To(p.Near, .4f), dice);
        }
        stage.Light = new Spot(x, y);
    }
}
