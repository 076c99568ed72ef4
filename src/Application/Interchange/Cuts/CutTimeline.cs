using Director.Domain.Films;

namespace Director.Application.Interchange.Cuts;

/// <summary>A film as an edit: what every format of edit is written from.</summary>
public sealed record CutTimeline
{
    public required string Title { get; init; }

    public required FrameRate Rate { get; init; }

    /// <summary>The frame the timeline's timecode starts at; 01:00:00:00 at 24 is 86,400.</summary>
    public long StartFrame { get; init; }

    /// <summary>Picture and sound, bottom layer first.</summary>
    public required IReadOnlyList<CutTrack> Tracks { get; init; }

    /// <summary>Ids and whatever else travels along.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

public enum CutTrackKind
{
    Video,
    Audio,
}

/// <summary>One layer: clips and gaps one after the other.</summary>
public sealed record CutTrack(string Name, CutTrackKind Kind, IReadOnlyList<CutItem> Items);

/// <summary>Something that takes up time on a track.</summary>
/// <param name="DurationFrames">Its length in frames of the film's rate, at least 1.</param>
public abstract record CutItem(long DurationFrames);

/// <summary>Nothing, for a time.</summary>
public sealed record CutGap(long DurationFrames) : CutItem(DurationFrames);

/// <summary>A shot with all its takes, or a sound.</summary>
public sealed record CutClip(long DurationFrames) : CutItem(DurationFrames)
{
    public required string Name { get; init; }

    /// <summary>The shot's code; null for sounds.</summary>
    public string? Code { get; init; }

    public string? SceneNumber { get; init; }

    /// <summary>The first frame used, in the timecode of the selected take's media.</summary>
    public long SourceStartFrame { get; init; }

    /// <summary>Every take, in the order of their numbers.</summary>
    public required IReadOnlyList<CutTake> Takes { get; init; }

    /// <summary>The number of the selected take; null when none is selected.</summary>
    public int? SelectedTake { get; init; }

    public IReadOnlyList<CutMarker> Markers { get; init; } = [];

    /// <summary>Ids and whatever else travels along.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>A take and where its picture or sound is.</summary>
public sealed record CutTake
{
    /// <summary>Its number on the shot, from 1.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>A path relative to the edit's file, with slashes, or an absolute address; null when the take has no media.</summary>
    public string? MediaPath { get; init; }

    /// <summary>A picture that stands still: it lasts as long as the edit wants.</summary>
    public bool IsStill { get; init; }

    /// <summary>The media's own rate; null when it is the film's.</summary>
    public FrameRate? MediaRate { get; init; }

    /// <summary>The media's first frame, and how many it has, at its own rate; null when not known.</summary>
    public long MediaStartFrame { get; init; }

    public long? MediaFrames { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>A note at a place in a clip.</summary>
/// <param name="StartFrame">From the clip's first used frame, in frames of the film's rate.</param>
/// <param name="DurationFrames">0 for a single point.</param>
/// <param name="Name">Who says it, or a heading.</param>
/// <param name="Comment">What it says.</param>
/// <param name="Color">RED, YELLOW, GREEN, CYAN, BLUE, MAGENTA, PURPLE, ORANGE, PINK, BLACK or WHITE.</param>
public sealed record CutMarker(long StartFrame, long DurationFrames, string Name, string Comment, string Color = "YELLOW");
