using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch.Finish;

/// <summary>
/// The embedded text face (Noto Sans: Latin, Greek, Cyrillic), so that a slate looks the same on every machine
/// whatever fonts it has. Typefaces are immutable and shared by all threads.
/// </summary>
internal static class SlateFont
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("NotoSans-Regular.ttf"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Load("NotoSans-Bold.ttf"));

    public static SKFont Regular(float size) => Font(RegularFace.Value, size);

    public static SKFont Bold(float size) => Font(BoldFace.Value, size);

    public static float Width(SKFont font, string text, float tracking = 0) => font.MeasureText(text) + tracking * text.Length;

    public static void Draw(SKCanvas canvas, string text, float x, float y, SKFont font, SKPaint paint, float tracking = 0)
    {
        if (tracking == 0)
        {
            canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
            return;
        }
        foreach (var letter in text)
        {
            var glyph = letter.ToString();
            canvas.DrawText(glyph, x, y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(glyph) + tracking;
        }
    }

    /// <summary>The text without what the face cannot show (emoji, control characters, foreign scripts), blanks closed up.</summary>
    public static string Printable(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        using var font = Regular(12);
        var kept = new System.Text.StringBuilder(Math.Min(text.Length, longest));
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 400)))
        {
            if (kept.Length >= longest)
                break;
            if (char.IsWhiteSpace(c) ? kept.Length > 0 && kept[^1] != ' ' : !char.IsControl(c) && !char.IsSurrogate(c)
                && font.ContainsGlyph(c))
                kept.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }
        return kept.ToString().TrimEnd();
    }

    private static SKFont Font(SKTypeface face, float size) => new(face, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true
    };

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(SlateFont).Assembly.GetManifestResourceStream("Director.Fonts." + file)
            ?? throw new InvalidOperationException($"The font {file} is not embedded in the assembly.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The embedded font {file} cannot be read.");
    }
}
