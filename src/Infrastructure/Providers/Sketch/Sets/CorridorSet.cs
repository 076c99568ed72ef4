using Director.Infrastructure.Providers.Sketch.Drawing;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>A corridor of doors.</summary>
internal sealed class CorridorSet : ISet
{
    public void Draw(Stage stage)
    {
        var (pen, p, h, hz, dice) = (stage.Pen, stage.Palette, stage.Height, stage.Horizon, stage.Scene);
        var room = new RoomSpace(stage, .2f, 5.4f);
        var wall = p.Far.To(p.Mid, .25f).To(p.Local(dice.Pick<uint>(0x9aa39a, 0xa89a7c, 0x8f8fa0)), .3f);
        room.Shell(wall, p.Mid.To(p.Local(0x7d7264), .3f), false);
        var things = new Furniture(stage, room);
        things.Door(.32f, .36f, dice.Chance(.4f));
        var (left, right) = (room.Left, room.Left + room.Width);
        foreach (var side in new[] { -1, 1 })
        {
            for (var s = 1.35f; s < 6; s *= 1.75f)
            {
                float Xs(float k) => room.VanishX + ((side < 0 ? left : right) - room.VanishX) * k;
                float Ys(float v, float k) => hz + (room.Top + room.Height * v - hz) * k;
                var door = Outline.Poly((Xs(s), Ys(1, s)), (Xs(s), Ys(.42f, s)), (Xs(s * 1.32f), Ys(.42f, s * 1.32f)),
                    (Xs(s * 1.32f), Ys(1, s * 1.32f)));
                var tone = wall.To(p.Local(0x5d4632), .5f).To(p.Near, .25f);
                pen.Wash(door, tone);
                pen.Ink(door, 1.5f, .75f);
                pen.Line(Xs(s * 1.06f), Ys(.74f, s * 1.06f), Xs(s * 1.1f), Ys(.74f, s * 1.1f), 2, .8f, p.Key);
            }
        }
        foreach (var s in new[] { 1.5f, 2.9f })
        {
            float y = hz + (room.Top - hz) * s, half = room.Width * .12f * s;
            pen.Wash(Outline.Poly((room.VanishX - half, y), (room.VanishX + half, y),
                (room.VanishX + half * 1.2f, hz + (room.Top - hz) * s * 1.14f),
                (room.VanishX - half * 1.2f, hz + (room.Top - hz) * s * 1.14f)), p.Key, .9f);
            pen.Glow(room.VanishX, y, room.Width * s * .8f, .45f);
        }
        stage.Light = new Spot(room.VanishX, hz - h * .2f);
    }
}
