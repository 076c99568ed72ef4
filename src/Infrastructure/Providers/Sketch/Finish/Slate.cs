using System.Globalization;
using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Reading;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Finish;

/// <summary>The strip below the picture: film, scene, shot, take, size · angle · lens, seed, timecode. The picture carries no other text.</summary>
internal sealed class Slate(SKCanvas canvas, float width, float top, float height)
{
    private const float TextSize = 11;
    private static readonly SKColor Back = Tint.Hex(0x131313);
    private static readonly SKColor Bright = Tint.Hex(0xe9e4d8);
    private static readonly SKColor Grey = Tint.Hex(0x9b978e);

    /// <summary>Slate height in design units: an upright frame needs two lines.</summary>
    public static float HeightFor(float width) => width < 560 ? 42 : 26;

    public void Draw(SketchFrame frame, SketchReading reading)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Back };
        canvas.DrawRect(-2, top, width + 4, height + 4, paint);
        var rows = height > 30 ? 2 : 1;
        var line = rows == 1 ? top + height / 2 + 4 : top + 17;
        Stripes(paint, rows == 1 ? height : 26);
        var camera = $"{Code(reading.Size)} · {Code(reading.Angle)} · {SlateFont.Printable(frame.Lens, 16) switch { "" => Lens(reading.Size), var lens => lens }}";
        var seed = "SEED " + frame.Seed.ToString(CultureInfo.InvariantCulture);
        var timecode = SlateFont.Printable(frame.Timecode, 16);
        var scene = SlateFont.Printable(frame.SceneNumber, 8);
        var strong = new List<(string Text, bool Bold)>();
        if (scene.Length > 0)
            strong.Add(("SC " + scene, true));
        if (SlateFont.Printable(frame.ShotCode, 14) is { Length: > 0 } shot)
            strong.Add((shot, true));
        if (frame.TakeNumber > 0)
            strong.Add(("T" + frame.TakeNumber.ToString(CultureInfo.InvariantCulture), true));

        using var regular = SlateFont.Regular(TextSize);
        using var bold = SlateFont.Bold(TextSize);
        // From the right: timecode, seed, camera; from the left: stripes, the film's name in what room is left.
        var right = width - 8;
        var second = rows == 2 ? line + 16 : line;
        right = FromRight(timecode, right, second, bold, Bright, paint, 14);
        right = FromRight(seed, right, second, regular, Grey, paint, 14);
        if (rows == 2)
        {
            Text(Fit(camera, right - 14, regular), 10, second, regular, Grey, paint);
            right = width - 8;
        }
        else
        {
            right = FromRight(Fit(camera, 180, regular), right, second, regular, Grey, paint, 14);
        }
        foreach (var (text, isBold) in Enumerable.Reverse(strong))
            right = FromRight(text, right, line, isBold ? bold : regular, Bright, paint, 12);
        Text(Fit(SlateFont.Printable(frame.FilmTitle, 80), right - 52, regular), 52, line, regular, Grey, paint);
    }

    private static string Code(SketchSize size) => size switch
    {
        SketchSize.ExtremeCloseUp => "ECU",
        SketchSize.CloseUp => "CU",
        SketchSize.Medium => "MS",
        SketchSize.Wide => "WS",
        _ => "EWS",
    };

    private static string Code(SketchAngle angle) => angle switch
    {
        SketchAngle.Low => "LOW",
        SketchAngle.High => "HIGH",
        SketchAngle.Dutch => "DUTCH",
        SketchAngle.OverShoulder => "OTS",
        _ => "EYE",
    };

    private static string Lens(SketchSize size) => size switch
    {
        SketchSize.ExtremeCloseUp => "100 mm",
        SketchSize.CloseUp => "75 mm",
        SketchSize.Medium => "50 mm",
        SketchSize.Wide => "28 mm",
        _ => "21 mm",
    };

    private void Stripes(SKPaint paint, float tall)
    {
        paint.Color = Bright;
        for (var k = 0; k < 4; k++)
        {
            using var builder = new SKPathBuilder();
            var x = 6 + k * 9f;
            builder.AddPoly([new SKPoint(x, top + 5), new SKPoint(x + 5, top + 5), new SKPoint(x + 1, top + tall - 5),
                new SKPoint(x - 4, top + tall - 5)], true);
            using var path = builder.Detach();
            canvas.DrawPath(path, paint);
        }
    }

    private float FromRight(string text, float right, float y, SKFont font, SKColor colour, SKPaint paint, float gap)
    {
        if (text.Length == 0)
            return right;
        var wide = SlateFont.Width(font, text);
        Text(text, right - wide, y, font, colour, paint);
        return right - wide - gap;
    }

    private void Text(string text, float x, float y, SKFont font, SKColor colour, SKPaint paint)
    {
        paint.Color = colour;
        SlateFont.Draw(canvas, text, x, y, font, paint);
    }

    private static string Fit(string text, float room, SKFont font)
    {
        if (room <= 12)
            return "";
        if (SlateFont.Width(font, text) <= room)
            return text;
        while (text.Length > 1 && SlateFont.Width(font, text + "…") > room)
            text = text[..^1].TrimEnd();
        return text.Length > 1 ? text + "…" : "";
    }
}
