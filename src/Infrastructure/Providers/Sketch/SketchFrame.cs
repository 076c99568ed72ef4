namespace Director.Infrastructure.Providers.Sketch;

/// <summary>
/// Everything a storyboard frame is drawn from. All texts are free text as a crew writes them, in English or Russian;
/// nothing is required, and what is not understood falls back to a sensible default.
/// </summary>
public sealed record SketchFrame
{
    /// <summary>What happens in the shot.</summary>
    public string Text { get; init; } = "";

    /// <summary>The spoken line, if any. A shot with dialogue has somebody in it.</summary>
    public string? Dialogue { get; init; }

    /// <summary>The generation prompt; read after <see cref="Text"/> and with less weight.</summary>
    public string? Prompt { get; init; }

    /// <summary>Shot size: ECU, CU, MS, WS, EWS or a usual spelling ("close-up", "medium", "общий").</summary>
    public string? Size { get; init; }

    /// <summary>Camera angle: low, eye, high, dutch, over the shoulder.</summary>
    public string? Angle { get; init; }

    /// <summary>Camera movement: locked off, pan, tilt, crane, track, push in, pull out, with an optional direction.</summary>
    public string? Movement { get; init; }

    /// <summary>Time of day: dawn, day, dusk, night or a usual spelling.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>INT or EXT as in a scene heading ("INT.", "НАТ.", "I/E").</summary>
    public string? IntExt { get; init; }

    /// <summary>The scene's place ("Lighthouse gallery", "Кухня"); the strongest hint for the set.</summary>
    public string? Location { get; init; }

    /// <summary>Weather in words; read from the text when absent.</summary>
    public string? Weather { get; init; }

    /// <summary>Mood or lighting in words ("dark, candle-lit").</summary>
    public string? Mood { get; init; }

    /// <summary>Lens as printed on the slate, for example "35 mm"; chosen from the size when absent.</summary>
    public string? Lens { get; init; }

    /// <summary>Who may be in the shot, most important first.</summary>
    public IReadOnlyList<SketchCastMember> Cast { get; init; } = [];

    /// <summary>Width divided by height of the whole frame, slate included. Held within 0.4…3.</summary>
    public double AspectRatio { get; init; } = 16d / 9d;

    /// <summary>Changes placement, facing, light side, clouds and dressing; never size, angle, cast or time.</summary>
    public long Seed { get; init; }

    /// <summary>Printed on the slate.</summary>
    public string? FilmTitle { get; init; }

    /// <summary>Printed on the slate; shots of one scene share one set.</summary>
    public string? SceneNumber { get; init; }

    /// <summary>Printed on the slate, for example "SH0010".</summary>
    public string? ShotCode { get; init; }

    /// <summary>Printed on the slate when above zero.</summary>
    public int TakeNumber { get; init; }

    /// <summary>Printed at the right end of the slate, for example "00:03:00".</summary>
    public string? Timecode { get; init; }
}
