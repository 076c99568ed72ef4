using Director.Application.Interchange.Shots;

namespace Director.Application.Interchange.Import;

/// <summary>What is to happen to a scene or shot. Flags: a shot can be moved and changed at once.</summary>
[Flags]
public enum ImportOperations
{
    None = 0,
    New = 1,

    /// <summary>Heading, number or synopsis of a scene; text of a shot.</summary>
    Changed = 2,

    /// <summary>It needs a new order key, and in the case of a shot perhaps a new parent.</summary>
    Moved = 4,
    Omitted = 8,
    Reinstated = 16,
}

/// <summary>
/// A scene in its final place. Those that are neither <c>New</c>, <c>Moved</c> nor <c>Reinstated</c> out of place keep their order key
/// (<see cref="KeepsPlace"/>), and the kept keys rise in list order, so new keys are made between them.
/// </summary>
public sealed record PlannedScene
{
    /// <summary>Null for a new scene and for the film itself (<see cref="IsFilm"/>).</summary>
    public Guid? Id { get; init; }

    /// <summary>True for the first entry of a plan: shots that belong to the film and to no scene.</summary>
    public bool IsFilm { get; init; }

    public ImportOperations Operations { get; init; }

    public bool KeepsPlace { get; init; } = true;

    /// <summary>What the script says; null where it says nothing (made by hand, omitted).</summary>
    public ProposedScene? Source { get; init; }

    /// <summary>The number to store: the script's, else the one it has; a new scene of a script without numbers gets the next free one.</summary>
    public string? Number { get; init; }

    /// <summary>To be stored with it whenever <see cref="Source"/> is not null.</summary>
    public string? ImportKey { get; init; }

    /// <summary>All shots in final order, also those that stay as they are.</summary>
    public required IReadOnlyList<PlannedShot> Shots { get; init; }
}

/// <summary>A shot in its final place.</summary>
public sealed record PlannedShot
{
    /// <summary>Null for a new shot.</summary>
    public Guid? Id { get; init; }

    /// <summary>Its code for ever; new shots have theirs already.</summary>
    public required string Code { get; init; }

    public ImportOperations Operations { get; init; }

    public bool KeepsPlace { get; init; } = true;

    /// <summary>What the script says; null where it says nothing.</summary>
    public ProposedShot? Source { get; init; }

    /// <summary>Changed shots only: the crew has written its own description since the last import, so it is kept; dialogue and length follow the script.</summary>
    public bool KeepsDescription { get; init; }

    /// <summary>To be stored with it whenever <see cref="Source"/> is not null.</summary>
    public string? ImportKey { get; init; }
}
