using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.UnitTests.Sketch;

/// <summary>Shots to draw, and the artist that draws them small enough for a test.</summary>
internal static class Shots
{
    public static readonly SketchOptions Small = new() { LongEdge = 960 };

    public static readonly string[] Sizes = ["ECU", "CU", "MS", "WS", "EWS"];

    public static readonly string[] Angles = ["low", "eye", "high", "dutch", "over shoulder"];

    public static SketchFrame Street { get; } = new()
    {
        Text = "Vera stops under the lamp and waits for Tom.",
        Location = "City street",
        IntExt = "EXT",
        TimeOfDay = "day",
        Size = "MS",
        Angle = "eye",
        Movement = "locked off",
        Cast = [new SketchCastMember("Vera"), new SketchCastMember("Tom")],
        Seed = 4711,
        FilmTitle = "The Last Tram",
        SceneNumber = "7",
        ShotCode = "SH0030",
        TakeNumber = 2,
        Timecode = "00:01:04",
    };

    public static SketchPicture Draw(SketchFrame frame, SketchOptions? options = null) => new SketchArtist().Draw(frame, options ?? Small);
}
