using Director.Domain.Assets.Types;

namespace Director.Application.Films.Demo;

/// <summary>What the demonstration film is made of: our own short script, broken down by hand.</summary>
internal static class DemoScript
{
    internal const string Title = "The Lighthouse Keeper's Debt";
    internal const string Synopsis = "A woman comes to settle what her father owed the keeper of a light that nobody needs any more.";

    internal static readonly IReadOnlyList<DemoCharacter> Cast =
    [
        new("Mira", "#c7923a", "woman, yellow oilskin with a hood, brown hair in a bun, no hat"),
        new("Олег", "#4e6e86", "old man, grey hair, grey beard, red knit cap, blue roll neck jumper"),
        new("The Harbour Master", "#8a3b36", "man, peaked cap, uniform with buttons, moustache, navy"),
    ];

    internal static readonly IReadOnlyList<DemoScene> Scenes =
    [
        new("1", "EXT", "Harbour", "DUSK", "EXT. HARBOUR - DUSK",
        [
            new("A skiff makes for the light", "EWS", "eye", "push in", "24 mm", 72, [], 20418, 3, Weather: "rain, lighthouse on a rock, a small boat at sea"),
            new("Mira steps onto the quay", "WS", "eye", "track", "35 mm", 56, ["Mira"], 55102, 4, Weather: "rain on the quay"),
            new("The Harbour Master waits", "MS", "low", "locked off", "50 mm", 36, ["The Harbour Master"], 70711, 2, Weather: "rain, a ledger in his hands"),
            new("He names the sum", "MS", "over the shoulder", "locked off", "75 mm", 40, ["Mira", "The Harbour Master"], 31337, 4, "THE HARBOUR MASTER: Eleven years of oil.", "rain"),
        ]),
        new("2", "INT", "Lighthouse", "NIGHT", "INT. LIGHTHOUSE - NIGHT",
        [
            new("Up the stair with one lamp", "WS", "high", "crane up", "21 mm", 34, ["Mira"], 88012, 2, Weather: "spiral stair, carrying a lamp"),
            new("Oleg counts the years", "MS", "eye", "locked off", "40 mm", 28, ["Олег"], 41290, 3, Weather: "at the table with a ledger, window, rain, lamp"),
            new("Mira hears the rain and decides", "CU", "eye", "locked off", "75 mm", 96, ["Mira"], 77003, 4, Weather: "by the window, a lantern, rain on the glass"),
            new("Oleg sees her father in her face", "ECU", "eye", "push in", "100 mm", 30, ["Олег"], 11907, 2, Weather: "lamp light"),
            new("“The light keeps the debt.”", "MS", "eye", "locked off", "50 mm", 64, ["Mira", "Олег"], 60223, 4, "ОЛЕГ: The light keeps the debt.", "two at the table under a lamp, window, rain"),
        ]),
        new("3", "EXT", "Lantern gallery", "DAWN", "EXT. LANTERN GALLERY - DAWN",
        [
            new("Storm; Oleg alone on the gallery", "EWS", "dutch", "tilt up", "18 mm", 80, ["Олег"], 90125, 3, Weather: "night storm, lighthouse gallery, beam of light"),
            new("The lens turns for the last time", "WS", "eye", "locked off", "28 mm", 68, ["Олег", "Mira"], 24601, 3, Weather: "lantern room, the great lens"),
            new("The skiff leaves on the ebb", "EWS", "high", "pull out", "24 mm", 96, ["Олег"], 51015, null, Weather: "sea, a boat leaving, lighthouse on the rocks, the lamp stays dark"),
        ]),
    ];

    /// <summary>Takes of every shot.</summary>
    internal const int TakesPerShot = 4;

    /// <summary>The shot whose third try failed, so that a crew has seen what that looks like.</summary>
    internal const int ShotWithFailure = 6;
}

/// <summary>What others may say about the demonstration.</summary>
public static class DemoFacts
{
    /// <summary>How many takes it has.</summary>
    public static int Takes => DemoScript.Scenes.Sum(s => s.Shots.Count) * DemoScript.TakesPerShot;
}

/// <summary>A character of the demonstration.</summary>
internal sealed record DemoCharacter(string Name, string Colour, string Looks)
{
    internal CharacterRefDetails Details => new()
    {
        CharacterType = "human",
        Attributes = new Dictionary<string, string> { ["color"] = Colour, ["looks"] = Looks },
        ConsistencyPrompt = $"{Name}: {Looks}",
    };
}

/// <summary>A scene of the demonstration.</summary>
internal sealed record DemoScene(string Number, string IntExt, string Location, string TimeOfDay, string Heading, IReadOnlyList<DemoShot> Shots);

/// <summary>A shot of the demonstration; <paramref name="Selected"/> is the place of the take that is in the film, null for the one that still needs a pick.</summary>
internal sealed record DemoShot(
    string Text, string Size, string Angle, string Movement, string Lens, int Frames, IReadOnlyList<string> Cast, long Seed, int? Selected,
    string? Dialogue = null, string? Weather = null)
{
    internal ShotDetails Details => new()
    {
        Description = Text,
        ShotSize = Size,
        CameraAngle = Angle,
        Movement = Movement,
        Lens = Lens,
        DurationFrames = Frames,
        Dialogue = Dialogue,
        Mood = Weather,
    };
}
