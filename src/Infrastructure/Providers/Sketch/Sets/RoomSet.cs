using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Sets;

/// <summary>Every furnished interior: one shell, dressed as the place asks and as the scene's dice say.</summary>
internal sealed class RoomSet(SketchSetting setting) : ISet
{
    public void Draw(Stage stage)
    {
        var dice = stage.Scene;
        var p = stage.Palette;
        var (paint, floor, high, share) = setting switch
        {
            SketchSetting.Kitchen => (dice.Pick<uint>(0xb9b08c, 0x9fb0a4, 0xc0a888), 0x8f8371u, 2.8f, .60f),
            SketchSetting.Bedroom => (dice.Pick<uint>(0xa68f8a, 0x8c94a4, 0xa8a083), 0x7d6450u, 2.7f, .58f),
            SketchSetting.Office => (dice.Pick<uint>(0xa3a69c, 0x9a9080, 0x8b959b), 0x736a60u, 2.9f, .60f),
            SketchSetting.Bar => (dice.Pick<uint>(0x7a5444, 0x5f5a4a, 0x664a4a), 0x5f4634u, 3.0f, .64f),
            SketchSetting.Church => (0xb0a898u, 0x8d8779u, 5.6f, .40f),
            SketchSetting.Hospital => (0xb4c2bdu, 0xa9b3aeu, 2.9f, .58f),
            SketchSetting.Classroom => (0xb3b08eu, 0x8e7552u, 3.1f, .64f),
            SketchSetting.Warehouse => (dice.Pick<uint>(0x857c72, 0x7b8084), 0x77716au, 4.4f, .50f),
            SketchSetting.Cell => (0x8b8d86u, 0x6f6f6au, 2.7f, .46f),
            SketchSetting.Library => (0x87694cu, 0x6b4f38u, 3.8f, .56f),
            SketchSetting.Theatre => (0x6d3b3au, 0x6d4e36u, 4.6f, .62f),
            SketchSetting.ControlRoom => (0x5f7280u, 0x56626bu, 3.0f, .56f),
            SketchSetting.Shop => (0xb5a583u, 0x8f8270u, 3.1f, .60f),
            _ => (dice.Pick<uint>(0xa98f68, 0x94a08a, 0xa0867a, 0x8b94a0, 0xb09a70), dice.Pick<uint>(0x7d6248, 0x6b5644, 0x85705a), 2.8f,
                .58f),
        };
        var room = new RoomSpace(stage, share, high);
        var wall = Wall(p, paint, stage.Is(SketchTime.Lamp));
        room.Shell(wall, Wall(p, floor, stage.Is(SketchTime.Lamp))
            .To(p.Near, .3f), setting is not (SketchSetting.Hospital or SketchSetting.ControlRoom or SketchSetting.Cell));
        var things = new Furniture(stage, room);
        var wood = p.Local(0x7a5a3a).To(p.Near, .28f);
        // The dressing stands on the side the figure leaves free.
        var side = stage.Side > 0 ? 0f : 1f;
        float U(float share, float wide) => side == 0 ? share : 1 - share - wide;
        switch (setting)
        {
            case SketchSetting.Kitchen: Kitchen(stage, room, things, wood, U); break;
            case SketchSetting.Bedroom: Bedroom(stage, things, wood, U); break;
            case SketchSetting.Office: Office(stage, things, wood, U); break;
            case SketchSetting.Bar: Bar(stage, things, wood, U); break;
            case SketchSetting.Church: Church(stage, room, things, wood, wall); break;
            case SketchSetting.Hospital: Hospital(stage, things, U); break;
            case SketchSetting.Classroom: Classroom(stage, room, things, wood, U); break;
            case SketchSetting.Warehouse: Warehouse(stage, things, wood, wall); break;
            case SketchSetting.Cell: Cell(stage, room, things, U); break;
            case SketchSetting.Library: Library(stage, things, wood); break;
            case SketchSetting.Theatre: Theatre(stage, room); break;
            case SketchSetting.ControlRoom: Control(stage, things, U); break;
            case SketchSetting.Shop: Shop(stage, things, wood, U); break;
            default: Living(stage, room, things, wood, U); break;
        }
    }

    private static SKColor Wall(Palette p, uint rgb, bool lamp) =>
        lamp ? p.Far.To(Tint.Hex(rgb), .2f).To(p.Mid, .22f) : p.Local(rgb).To(p.Mid, p.Veil > .3f ? .45f : p.Veil > .15f ? .24f : .10f);

    private static void Living(Stage stage, RoomSpace room, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        var dice = stage.Scene;
        things.Window(u(.2f, .24f), .2f, .24f, .42f);
        if (dice.Chance(.5f))
            things.Curtains(u(.2f, .24f), .2f, .24f, .42f);
        if (dice.Chance(.75f))
            things.Shelves(u(.64f, .26f), .2f, .26f, .44f, 3);
        else
            things.Picture(u(.66f, .16f), .24f, .16f, .24f);
        if (stage.Reading.Has(SketchProp.Fire) || dice.Chance(.2f))
            things.Fireplace(u(.5f, .24f));
        else if (stage.Reading.Has(SketchProp.Door) || dice.Chance(.35f))
            things.Door(u(.48f, .13f), .13f);
        if (stage.Reading.Size is SketchSize.Wide or SketchSize.ExtremeWide)
        {
            if (dice.Chance(.6f))
                things.Rug(.2f, .6f, .25f, .62f);
            things.Block(u(.02f, .34f), .34f, .36f, .26f, .76f, wood, legs: true);
            if (dice.Chance(.5f))
                things.Block(u(.84f, .2f), .2f, .4f, .3f, .5f, stage.Palette.Local(0x6b5a6b).To(stage.Palette.Near, .25f));
            else
                things.Plant(u(.9f, 0), .3f);
        }
        else
        {
            things.Block(u(.04f, .3f), .3f, .14f, .12f, .8f, wood);
        }
        _ = room;
        if (dice.Chance(.7f) || stage.Reading.Has(SketchProp.Lamp))
            things.HangingLamp(.5f, .12f, 2.15f);
        else
            things.StandingLamp(u(.44f, 0), .12f);
    }

    private static void Kitchen(Stage stage, RoomSpace room, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        things.Window(u(.14f, .24f), .22f, .24f, .34f);
        if (stage.Scene.Chance(.6f))
            things.Curtains(u(.14f, .24f), .22f, .24f, .3f);
        things.Shelves(u(.56f, .36f), .16f, .36f, .22f, 1, bottles: true);
        things.Block(.02f, .96f, .16f, .15f, .9f, wood);
        things.Block(u(.66f, .17f), .17f, .2f, .16f, .95f, stage.Palette.Local(0xc7c3b6).To(stage.Palette.Near, .2f));
        var pot = room.Above(u(.71f, 0), .12f, 1f);
        var m = room.Metre * room.Scale(.12f);
        stage.Pen.Solid(Outline.Box(pot.X - .2f * m, pot.Y - .22f * m, .4f * m, .24f * m), stage.Palette.Near);
        if (stage.Reading.Size is SketchSize.Wide or SketchSize.ExtremeWide)
            things.Block(u(.1f, .44f), .44f, .4f, .2f, .76f, wood, legs: true);
        things.HangingLamp(.48f, .3f, 2.1f);
    }

    private static void Bedroom(Stage stage, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        things.Window(u(.52f, .22f), .18f, .22f, .42f);
        things.Curtains(u(.52f, .22f), .18f, .22f, .44f);
        things.Picture(u(.14f, .18f), .24f, .18f, .2f);
        var sheet = stage.Palette.Local(stage.Scene.Pick<uint>(0xb9b2a4, 0x8a94a4, 0xa08a84)).To(stage.Palette.Near, .15f);
        things.Block(u(.03f, .44f), .44f, .04f, .03f, 1.15f, wood);
        things.Block(u(.05f, .4f), .4f, .52f, .48f, .52f, sheet);
        things.Block(u(.07f, .36f), .36f, .14f, .1f, .66f, sheet.To(SKColors.White, .25f));
        things.Block(u(.5f, .12f), .12f, .12f, .1f, .55f, wood);
        things.StandingLamp(u(.56f, 0), .1f);
        things.Door(u(.84f, .13f), .13f);
    }

    private static void Office(Stage stage, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        things.Window(u(.1f, .36f), .16f, .36f, .42f, 4);
        things.Shelves(u(.62f, .22f), .18f, .22f, .74f, 5);
        things.Door(u(.87f, .12f), .12f);
        things.Block(u(.1f, .44f), .44f, .3f, .2f, .76f, wood);
        things.Screens(u(.2f, .12f), .56f, .12f, .14f, 1, stage.Palette.Local(0x8fb0bd));
        things.StandingLamp(u(.55f, 0), .06f);
        if (stage.Scene.Chance(.6f))
            things.Plant(u(.03f, 0), .2f);
    }

    private static void Bar(Stage stage, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        things.Shelves(u(.1f, .6f), .14f, .6f, .44f, 3, bottles: true);
        things.Block(u(.02f, .8f), .8f, .24f, .14f, 1.1f, wood);
        foreach (var x in new[] { .12f, .3f, .48f, .66f })
            things.Block(u(x, .06f), .06f, .34f, .05f, .78f, wood.To(stage.Palette.Ink, .3f), legs: true);
        things.Window(u(.8f, .16f), .2f, .16f, .44f);
        foreach (var x in new[] { .28f, .62f })
            things.HangingLamp(u(x, 0), .3f, 2.2f);
    }

    private static void Church(Stage stage, RoomSpace room, Furniture things, SKColor wood, SKColor wall)
    {
        things.Window(.38f, .14f, .24f, .46f, 3);
        foreach (var (x, tone) in new[] { (.40f, 0x7c3b33u), (.46f, 0x4e6e86u), (.52f, 0xa0783cu), (.57f, 0x5b6b48u) })
            stage.Pen.Wash(room.WallBox(x, .18f, .045f, .38f), stage.Palette.Local(tone), .34f);
        things.Block(.36f, .28f, .05f, .04f, 1, wood.To(SKColors.White, .25f));
        var cross = room.Wall(.5f, .74f);
        var m = room.Metre;
        stage.Pen.Ink(Outline.Open((cross.X, cross.Y - .5f * m), (cross.X, cross.Y + .4f * m))
            .And(Outline.Open((cross.X - .28f * m, cross.Y - .2f * m), (cross.X + .28f * m, cross.Y - .2f * m))), MathF.Max(2, .1f * m),
            .9f, stage.Palette.Key.To(stage.Palette.Mid, .3f));
        foreach (var depth in new[] { .14f, .34f, .58f })
            things.Columns(depth, .62f, wall.To(stage.Palette.Key, .08f), -.04f, 1.04f);
        foreach (var depth in new[] { .16f, .24f, .32f, .40f })
        {
            things.Block(.02f, .34f, depth, .05f, .85f, wood);
            things.Block(.64f, .34f, depth, .05f, .85f, wood);
        }
        things.Shine(room.Wall(.5f, .3f), room.Width * .7f);
    }

    private static void Hospital(Stage stage, Furniture things, Func<float, float, float> u)
    {
        things.Window(u(.1f, .3f), .18f, .3f, .4f, 3);
        var sheet = stage.Palette.Local(0xdcdfd9).To(stage.Palette.Near, .12f);
        things.Block(u(.1f, .24f), .24f, .4f, .36f, .72f, sheet);
        things.Block(u(.6f, .24f), .24f, .4f, .36f, .72f, sheet);
        things.Block(u(.12f, .2f), .2f, .14f, .1f, .84f, sheet.To(SKColors.White, .3f));
        things.Block(u(.62f, .2f), .2f, .14f, .1f, .84f, sheet.To(SKColors.White, .3f));
        things.Screens(u(.46f, .1f), .44f, .1f, .12f, 1, stage.Palette.Local(0x86b8a4));
        things.Columns(.16f, .05f, stage.Palette.Mid, u(.42f, 0));
        things.HangingLamp(.5f, .24f, 2.5f);
    }

    private static void Classroom(Stage stage, RoomSpace room, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        var board = room.WallBox(.22f, .2f, .5f, .36f);
        stage.Pen.Wash(board, stage.Palette.Local(0x3c5048).To(stage.Palette.Near, .25f));
        stage.Pen.Ink(board, 2.4f, .8f);
        Spot a = room.Wall(.26f, .3f), b = room.Wall(.6f, .3f);
        var chalk = new Outline();
        for (var k = 0; k < 4; k++)
            chalk.M(a.X, a.Y + k * 9).Q((a.X + b.X) / 2, a.Y + k * 9 + stage.Scene.Jitter(4),
                a.X + (b.X - a.X) * stage.Scene.Between(.4f, 1), a.Y + k * 9);
        stage.Pen.Ink(chalk, 1.4f, .5f, stage.Palette.Pale, twice: false);
        things.Window(u(.78f, .18f), .18f, .18f, .44f);
        foreach (var depth in new[] { .2f, .4f })
        {
            foreach (var x in new[] { .04f, .38f, .72f })
                things.Block(x, .24f, depth, .1f, .74f, wood, legs: true);
        }
        things.HangingLamp(.5f, .3f, 2.6f);
    }

    private static void Warehouse(Stage stage, Furniture things, SKColor wood, SKColor wall)
    {
        things.Window(.1f, .1f, .8f, .2f, 9);
        things.Beams(4);
        things.Columns(.2f, .3f, wall.To(stage.Palette.Near, .3f), .08f, .92f);
        foreach (var (x, w, d, m) in new[] { (.04f, .16f, .12f, 1.1f), (.2f, .12f, .1f, 2f), (.76f, .2f, .16f, 1.3f),
            (.82f, .14f, .3f, .9f), (.02f, .2f, .36f, 1f) })
            things.Block(x, w, d, .1f, m * stage.Scene.Between(.8f, 1.2f),
                wood.To(stage.Palette.Local(0x77716a), stage.Scene.Next() * .5f));
        things.HangingLamp(.5f, .2f, 3.1f);
    }

    private static void Cell(Stage stage, RoomSpace room, Furniture things, Func<float, float, float> u)
    {
        things.Window(u(.56f, .2f), .14f, .2f, .22f, 4);
        things.Block(u(.02f, .4f), .4f, .32f, .28f, .46f, stage.Palette.Local(0x7d7a70).To(stage.Palette.Near, .3f));
        var bars = new Outline();
        for (var k = 0; k <= 11; k++)
        {
            Spot foot = room.Floor(-.25f + k * .14f, .5f), head = room.Above(-.25f + k * .14f, .5f, room.MetresHigh);
            bars.M(foot.X, foot.Y + 4).L(head.X, head.Y);
        }
        stage.Pen.Ink(bars, 3.4f, .5f, stage.Palette.Near);
        things.HangingLamp(.5f, .1f, 2.3f);
    }

    private static void Library(Stage stage, Furniture things, SKColor wood)
    {
        things.Shelves(.02f, .06f, .36f, .9f, 7);
        things.Shelves(.62f, .06f, .36f, .9f, 7);
        things.Window(.41f, .1f, .18f, .5f);
        things.Block(.24f, .52f, .42f, .2f, .78f, wood, legs: true);
        things.HangingLamp(.5f, .3f, 2.4f);
        _ = stage;
    }

    private static void Theatre(Stage stage, RoomSpace room)
    {
        var (pen, p) = (stage.Pen, stage.Palette);
        var velvet = p.Local(0x7c3036).To(p.Near, .2f);
        for (var k = 0; k < 12; k++)
        {
            if (k is > 3 and < 8)
                continue;
            Spot a = room.Wall(k / 12f - .05f, 0), b = room.Wall((k + 1) / 12f + .02f, 1);
            var fold = new Outline().M(a.X, a.Y - 60).L(b.X, a.Y - 60).Q(b.X + (b.X - a.X) * .2f, (a.Y + b.Y) / 2, b.X, b.Y + 4)
                .L(a.X, b.Y + 4).Z();
            pen.Form(fold, velvet, velvet.To(p.Ink, .55f), (b.X - a.X) * .5f, 2, velvet.To(p.Key, .35f));
            pen.Ink(fold, 1.1f, .5f);
        }
        var spot = room.Wall(.5f, -.4f);
        pen.Beam(spot.X, spot.Y, 90, 13, stage.Height * 1.1f, .5f);
        var floor = room.Floor(.5f, .3f);
        pen.Glow(floor.X, floor.Y, room.Width * .4f, .45f);
        stage.Light = pen.View.Map(spot);
    }

    private static void Control(Stage stage, Furniture things, Func<float, float, float> u)
    {
        var shine = stage.Palette.Local(stage.Scene.Pick<uint>(0x7fb2c4, 0x86b8a4, 0xc4a878));
        things.Screens(.08f, .16f, .84f, .3f, 4, shine);
        things.Screens(.12f, .52f, .76f, .1f, 7, shine);
        var metal = stage.Palette.Local(0x6d7a82).To(stage.Palette.Near, .3f);
        things.Block(.04f, .92f, .16f, .12f, .9f, metal);
        things.Block(u(.02f, .2f), .2f, .5f, .2f, 1, metal);
        things.Columns(.3f, .2f, metal, -.02f, 1.02f);
    }

    private static void Shop(Stage stage, Furniture things, SKColor wood, Func<float, float, float> u)
    {
        things.Shelves(u(.04f, .5f), .12f, .5f, .6f, 4, bottles: stage.Scene.Chance(.5f));
        things.Window(u(.62f, .32f), .2f, .32f, .5f, 2);
        things.Block(u(.04f, .52f), .52f, .3f, .16f, 1, wood);
        things.Block(u(.8f, .18f), .18f, .34f, .16f, .7f, wood);
        foreach (var x in new[] { .25f, .7f })
            things.HangingLamp(u(x, 0), .2f, 2.4f);
    }
}
