namespace Director.Domain.Generation;

/// <summary>What a provider may need to know of a shot, in words and beside the prompt.</summary>
public sealed record ShotBrief
{
    /// <summary>The film's title.</summary>
    public string? FilmTitle { get; init; }
    /// <summary>The scene's number as the script has it.</summary>
    public string? SceneNumber { get; init; }
    /// <summary>The shot's code.</summary>
    public string? ShotCode { get; init; }
    /// <summary>The take's number.</summary>
    public int TakeNumber { get; init; }
    /// <summary>The action.</summary>
    public string? Text { get; init; }
    /// <summary>What is said.</summary>
    public string? Dialogue { get; init; }
    /// <summary>ECU, CU, MS, WS, EWS or the crew's word.</summary>
    public string? Size { get; init; }
    /// <summary>low, eye, high, dutch, overShoulder or the crew's word.</summary>
    public string? Angle { get; init; }
    /// <summary>locked, pan, tilt… or the crew's word.</summary>
    public string? Movement { get; init; }
    /// <summary>The lens.</summary>
    public string? Lens { get; init; }
    /// <summary>The light.</summary>
    public string? Lighting { get; init; }
    /// <summary>The mood.</summary>
    public string? Mood { get; init; }
    /// <summary>INT or EXT.</summary>
    public string? IntExt { get; init; }
    /// <summary>Where.</summary>
    public string? Location { get; init; }
    /// <summary>When.</summary>
    public string? TimeOfDay { get; init; }
    /// <summary>Width to height of the film's picture, such as <c>2.39:1</c>.</summary>
    public string AspectRatio { get; init; } = "16:9";
    /// <summary>How many frames it runs in the film.</summary>
    public int? RunsFrames { get; init; }
    /// <summary>The film's rate, <c>24000/1001</c>.</summary>
    public string? FrameRate { get; init; }
    /// <summary>Who is in the shot, most important first.</summary>
    public IReadOnlyList<CastMember> Cast { get; init; } = [];
    /// <summary>Where it plays, what is in it and how it looks: the locations, props and styles the shot is linked to, in that order.</summary>
    public IReadOnlyList<LookReference> Looks { get; init; } = [];
    /// <summary>What a reference image shows; null for takes.</summary>
    public SubjectBrief? Subject { get; init; }
}

/// <summary>A character as the shot shows it.</summary>
/// <param name="AssetId">The character.</param>
/// <param name="Name">Its name.</param>
/// <param name="Colour">Its coat in sketches, <c>#rrggbb</c>.</param>
/// <param name="Looks">Its attributes in words.</param>
/// <param name="ConsistencyPrompt">Put before every prompt that shows it.</param>
/// <param name="ReferenceSha256">The hash of its key image, when it has one.</param>
public sealed record CastMember(Guid AssetId, string Name, string? Colour, string? Looks, string? ConsistencyPrompt, string? ReferenceSha256);

/// <summary>A location, prop or style as the shot uses it.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="Role">location, prop or style.</param>
/// <param name="Name">Its name.</param>
/// <param name="Prompt">The words that keep it the same in every picture.</param>
/// <param name="ReferenceSha256">The hash of its key image, when it has one.</param>
public sealed record LookReference(Guid AssetId, string Role, string Name, string? Prompt, string? ReferenceSha256);

/// <summary>What a reference image shows.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="Type">Its type's slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Looks">What it looks like, in words.</param>
/// <param name="Palette">Its colours, <c>#rrggbb</c>; a character's first is its coat in sketches.</param>
public sealed record SubjectBrief(Guid AssetId, string Type, string Name, string? Looks, IReadOnlyList<string> Palette);
