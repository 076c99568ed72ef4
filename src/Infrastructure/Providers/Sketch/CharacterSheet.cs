using System.Globalization;
using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Figures;
using Director.Infrastructure.Providers.Sketch.Finish;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch;

/// <summary>
/// Lays out a character sheet on a design canvas of 640 by 360: the whole figure at the left, three views of the head, the colours that tell the
/// character apart, and a name plate. The looks come from the name and attributes alone, as in every frame; the seed moves light and pose.
/// </summary>
internal sealed class CharacterSheet(SKCanvas canvas, SketchSheet sheet)
{
    internal const float Width = 640;
    internal const float Height = 360;
    private const float Plate = 40;
    private static readonly SKColor Ground = Tint.Hex(0xe9e3d6);
    private static readonly SKColor Panel = Tint.Hex(0xd9d2c2);
    private static readonly SKColor Dark = Tint.Hex(0x26231f);
    private static readonly SKColor Soft = Tint.Hex(0x7d766a);

    private readonly Look _look = Look.Of(sheet.Member);
    private readonly Palette _palette = Palette.For(SketchTime.Day);

    internal void Draw()
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Ground };
        canvas.DrawRect(0, 0, Width, Height, paint);
        var seed = Dice.Hash(sheet.Seed, SketchCast.Normalise(sheet.Member.Name), "sheet");
        var dice = new Dice(seed);
        var light = dice.Sign();
        Figure(paint, seed, light, dice);
        Heads(paint, seed, light, dice);
        Swatches(paint);
        Paper.Grain(canvas, seed + 7, Width, Height);
        NamePlate(paint);
    }

    private void Figure(SKPaint paint, ulong seed, float light, Dice dice)
    {
        Box(paint, 14, 14, 150, Height - Plate - 26);
        canvas.Save();
        canvas.ClipRect(new SKRect(14, 14, 164, Height - Plate - 12));
        // Height marks, half a metre apart: two metres fill the panel.
        const float floor = Height - Plate - 30;
        const float metre = 133;
        using var font = SlateFont.Regular(7);
        for (var half = 0; half <= 4; half++)
        {
            var y = floor - half * metre / 2;
            paint.Color = Soft.At(.35f);
            canvas.DrawRect(14, y, half % 2 == 0 ? 150 : 10, .7f, paint);
            if (half % 2 != 0 || half == 0) continue;
            paint.Color = Soft;
            SlateFont.Draw(canvas, string.Create(CultureInfo.InvariantCulture, $"{half / 2} m"), 18, y - 3, font, paint);
        }

        using var pen = new Pen(canvas, _palette, seed, light);
        var pose = dice.Pick(SketchPose.Stand, SketchPose.Stand, SketchPose.Case, SketchPose.Reach);
        new FullFigure(pen, _look, new Spot(92, floor), _look.Height * metre, dice.Sign(), pose).Draw();
        canvas.Restore();
    }

    private void Heads(SKPaint paint, ulong seed, float light, Dice dice)
    {
        const float top = 14;
        const float width = 146;
        const float height = 208;
        using var font = SlateFont.Regular(8);
        var child = _look.Build == Build.Child;
        for (var i = 0; i < 3; i++)
        {
            var left = 176 + i * (width + 6);
            Box(paint, left, top, width, height);
            canvas.Save();
            canvas.ClipRect(new SKRect(left, top, left + width, top + height));
            using (var pen = new Pen(canvas, _palette, seed + (ulong)i, light))
            {
                var place = new Spot(left + width * (i == 2 ? .46f : .5f), top + height * (child ? .46f : .42f));
                var size = child ? 84 : 94;
                if (i == 0) new FrontBust(pen, _look, place, size).Draw();
                else new Bust(pen, _look, place, size, i == 1 ? dice.Sign() : 1, i == 1 ? HeadView.ThreeQuarter : HeadView.Profile, dice).Draw();
            }

            canvas.Restore();
            paint.Color = Soft;
            SlateFont.Draw(canvas, i switch { 0 => "FRONT", 1 => "THREE-QUARTER", _ => "PROFILE" }, left + 7, top + 14, font, paint, .8f);
        }
    }

    private void Swatches(SKPaint paint)
    {
        var skin = new SkinTones(_palette, _look);
        var colours = new List<(string Name, SKColor Colour)> { ("COAT", _look.Coat), ("SHADE", _look.CoatDark), ("HAIR", _look.HairColour), ("SKIN", skin.Lit) };
        if (_look.Hat != Hat.None) colours.Add(("HAT", _look.HatColour));
        using var font = SlateFont.Regular(7);
        const float top = 234;
        var x = 176f;
        foreach (var (name, colour) in colours)
        {
            paint.Color = colour;
            canvas.DrawRoundRect(new SKRect(x, top, x + 62, top + 40), 4, 4, paint);
            paint.Color = Dark;
            SlateFont.Draw(canvas, name, x, top + 52, font, paint, .6f);
            paint.Color = Soft;
            SlateFont.Draw(canvas, string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}"), x, top + 62, font, paint);
            x += 74;
        }
    }

    private void NamePlate(SKPaint paint)
    {
        paint.Color = Dark;
        canvas.DrawRect(0, Height - Plate, Width, Plate, paint);
        paint.Color = _look.Coat;
        canvas.DrawRect(0, Height - Plate, 8, Plate, paint);
        using var bold = SlateFont.Bold(17);
        using var small = SlateFont.Regular(9);
        paint.Color = Tint.Hex(0xf0eadd);
        var name = SlateFont.Printable(sheet.Member.Name, 44);
        SlateFont.Draw(canvas, name, 22, Height - Plate / 2 + 6, bold, paint);
        var used = 22 + SlateFont.Width(bold, name) + 18;
        paint.Color = Tint.Hex(0xa9a294);
        var tail = string.Create(CultureInfo.InvariantCulture, $"SEED {sheet.Seed}{(sheet.Number > 0 ? $" · {sheet.Number}" : "")}");
        var right = Width - 14 - SlateFont.Width(small, tail);
        SlateFont.Draw(canvas, tail, right, Height - Plate / 2 + 4, small, paint);
        var looks = SlateFont.Printable(sheet.Member.Attributes, 160);
        while (looks.Length > 0 && used + SlateFont.Width(small, looks) > right - 14) looks = looks[..^1];
        SlateFont.Draw(canvas, looks.TrimEnd(' ', ',', ':'), used, Height - Plate / 2 + 4, small, paint);
    }

    private static SKRect Rect(float x, float y, float width, float height) => new(x, y, x + width, y + height);

    private void Box(SKPaint paint, float x, float y, float width, float height)
    {
        paint.Color = Panel;
        canvas.DrawRoundRect(Rect(x, y, width, height), 5, 5, paint);
    }
}
