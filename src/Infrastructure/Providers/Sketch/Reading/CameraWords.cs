namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>Reads size, angle and movement from the usual spellings.</summary>
internal static class CameraWords
{
    private static readonly (SketchSize Size, string Entries)[] Sizes =
    [
        (SketchSize.ExtremeCloseUp, "ecu|xcu|bcu|extreme close*|extreme cu|big close*|macro|insert|detail|eyes|сверхкрупн*|детал*|макро"),
        (SketchSize.ExtremeWide, "ews|xws|els|xls|vws|extreme wide|extreme long|extremewide|very wide|establishing|aerial|panorama|сверхобщ*|дальн*|панорам*"),
        (SketchSize.Medium, "mcu|ms|mws|mls|medium*|mid|mid shot|midshot|two shot|cowboy|american|waist|средн*|поясн*|американск*|2 shot"),
        (SketchSize.CloseUp, "cu|close*|closeup|portrait|крупн*"),
        (SketchSize.Wide, "ws|ls|fs|wide*|long|full|master|общ*|полн*"),
    ];

    private static readonly (SketchAngle Angle, string Entries)[] Angles =
    [
        (SketchAngle.OverShoulder, "over shoulder|overshoulder|over the shoulder|over shoulders|ots|shoulder|через плечо|плеч*"),
        (SketchAngle.Dutch, "dutch*|canted|tilted|oblique|голландск*|завал*|наклон*"),
        (SketchAngle.Low, "low|lowangle|low angle|worm*|from below|ground level|нижн*|снизу"),
        (SketchAngle.High, "high|highangle|high angle|bird*|overhead|top|top down|from above|aerial|верхн*|сверху"),
        (SketchAngle.Eye, "eye|eyelevel|eye level|neutral|straight|глаз*|нейтральн*"),
    ];

    private static readonly (SketchMove Move, string Entries)[] Moves =
    [
        (SketchMove.None, "locked*|lock off|lockoff|static|fixed|still|tripod|none|статик*|статичн*|неподвижн*"),
        (SketchMove.ZoomOut, "zoom out|zooms out|зум назад|отдаление"),
        (SketchMove.ZoomIn, "zoom*|crash zoom|зум*|трансфокац*"),
        (SketchMove.PullOut, "pull*|dolly out|dolly back|push out|track back|track out|move out|отъезд*|отъезж*"),
        (SketchMove.PushIn, "push*|dolly in|dolly|move in|track in|in|наезд*|наезж*"),
        (SketchMove.Orbit, "orbit*|arc*|circle*|360|облет*|вокруг"),
        (SketchMove.CraneDown, "crane down|boom down|jib down|descend*|кран вниз"),
        (SketchMove.CraneUp, "crane*|boom*|jib*|drone*|ascend*|кран*|дрон*"),
        (SketchMove.TiltDown, "tilt down|tilts down|вертикальн* вниз|вниз"),
        (SketchMove.TiltUp, "tilt*|вертикальн*|наклон камер*|вверх"),
        (SketchMove.PanLeft, "pan left|pans left|pan to the left|панорама влево|панорам* влев*|whip pan left"),
        (SketchMove.PanRight, "pan*|whip*|swish*|панорам*"),
        (SketchMove.TrackLeft, "track left|tracks left|truck left|slide left|проезд влев*|тревеллинг влев*"),
        (SketchMove.TrackRight, "track*|truck*|dolly right|slide*|follow*|steadicam*|проезд*|тревеллинг*|следован*|стедикам*"),
        (SketchMove.Handheld, "handheld|hand held|hand*|shaky|с рук|ручн* камер*|ручн*"),
    ];

    /// <summary>The size of the field; of the text when the field says nothing; medium otherwise.</summary>
    public static SketchSize Size(string? field, Words text) =>
        First(Sizes, new Words(Split(field))) ?? First(Sizes[..2], text) ?? (text.Any("close up|closeup|крупный план") ? SketchSize.CloseUp
            : text.Any("wide shot|общий план") ? SketchSize.Wide : SketchSize.Medium);

    public static SketchAngle Angle(string? field, Words text) =>
        First(Angles, new Words(Split(field))) ?? (text.Any("over the shoulder|через плечо") ? SketchAngle.OverShoulder
            : text.Any("low angle|from below|снизу") ? SketchAngle.Low
            : text.Any("high angle|from above|overhead|сверху") ? SketchAngle.High
            : text.Any("dutch angle|canted") ? SketchAngle.Dutch : SketchAngle.Eye);

    /// <summary>The movement of the field only: "he pushes the door" in the text is not a camera move.</summary>
    public static SketchMove Move(string? field) => First(Moves, new Words(Split(field))) ?? SketchMove.None;

    private static T? First<T>((T Value, string Entries)[] table, Words words)
        where T : struct
    {
        if (words.IsEmpty)
            return null;
        foreach (var (value, entries) in table)
        {
            if (words.Any(entries))
                return value;
        }
        return null;
    }

    /// <summary>"lockedOff", "PushIn" and "EXTREME_CLOSE_UP" are the words they are made of.</summary>
    private static string Split(string? field)
    {
        if (string.IsNullOrEmpty(field))
            return "";
        var text = new System.Text.StringBuilder(field.Length + 8);
        for (var k = 0; k < Math.Min(field.Length, 200); k++)
        {
            if (k > 0 && char.IsUpper(field[k]) && char.IsLower(field[k - 1]))
                text.Append(' ');
            text.Append(field[k]);
        }
        return text.ToString();
    }
}
