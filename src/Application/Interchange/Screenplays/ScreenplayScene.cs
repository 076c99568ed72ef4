namespace Director.Application.Interchange.Screenplays;

/// <summary>A scene: its heading taken apart, and what stands under it.</summary>
public sealed record ScreenplayScene
{
    /// <summary>The heading without its number, white space collapsed; empty for the opening.</summary>
    public required string Heading { get; init; }

    /// <summary>The number the writer gave it; null when there is none.</summary>
    public string? Number { get; init; }

    /// <summary>"INT", "EXT", "INT/EXT" or "EST" in whatever language the heading is; null when it says none.</summary>
    public string? IntExt { get; init; }

    public string? Location { get; init; }

    public string? TimeOfDay { get; init; }

    /// <summary>What follows the time of day: "FLASHBACK (1944)".</summary>
    public string? Setting { get; init; }

    public string? Synopsis { get; init; }

    /// <summary>The line of the source the heading is on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Length in eighths of a page, at least 1.</summary>
    public required int Eighths { get; init; }

    /// <summary>Everything under the heading, in order.</summary>
    public required IReadOnlyList<ScreenplayElement> Elements { get; init; }

    /// <summary>True for what stands before the first heading; its shots belong to the film itself, not to a scene.</summary>
    public bool IsOpening { get; init; }
}
