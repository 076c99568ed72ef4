namespace Director.Application.Interchange.Shots;

/// <summary>A first idea of a shot, read from the script, for the crew to edit.</summary>
public sealed record ProposedShot
{
    /// <summary>Longest description, dialogue and prompt, in characters.</summary>
    public const int MaxDescriptionLength = 1000;

    public const int MaxDialogueLength = 2000;

    public const int MaxPromptLength = 1500;

    /// <summary>The line of the script it begins on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What is seen: the action, or who speaks and what.</summary>
    public required string Description { get; init; }

    /// <summary>What is said, "ANNA: …" on a line each; null when nobody speaks.</summary>
    public string? Dialogue { get; init; }

    /// <summary>One of the sizes of <see cref="ShotVocabulary"/>.</summary>
    public required string ShotSize { get; init; }

    /// <summary>One of the angles of <see cref="ShotVocabulary"/>.</summary>
    public required string CameraAngle { get; init; }

    /// <summary>One of the movements of <see cref="ShotVocabulary"/>.</summary>
    public required string Movement { get; init; }

    /// <summary>Who is there: names as in <c>Screenplay.Characters</c>, speakers first.</summary>
    public required IReadOnlyList<string> Characters { get; init; }

    /// <summary>Estimated length in frames of the film's rate, at least one second.</summary>
    public required int DurationFrames { get; init; }

    /// <summary>A prompt for a picture of it.</summary>
    public required string Prompt { get; init; }

    /// <summary>Which piece of script this is (see <see cref="TextFingerprint"/>): the same after the scene was moved or renamed.</summary>
    public required string Fingerprint { get; init; }
}
