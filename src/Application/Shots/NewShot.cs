using Director.Application.Common.Ports;
using FluentValidation;

namespace Director.Application.Shots;

/// <summary>A shot to be.</summary>
public sealed record NewShot
{
    /// <summary>Characters of the film that it may show.</summary>
    public const int MaxCharacters = 64;

    /// <summary>Its name on the board; null: the description's beginning.</summary>
    public string? Name { get; init; }
    /// <summary>The action line.</summary>
    public string? Description { get; init; }
    /// <summary>ECU, CU, MS, WS, EWS…</summary>
    public string? ShotSize { get; init; }
    /// <summary>low, eye, high, dutch…</summary>
    public string? CameraAngle { get; init; }
    /// <summary>locked, pan, tilt, track, pushIn, pullOut…</summary>
    public string? Movement { get; init; }
    /// <summary>The lens.</summary>
    public string? Lens { get; init; }
    /// <summary>Frames at the film's rate.</summary>
    public int? DurationFrames { get; init; }
    /// <summary>What is asked of a provider.</summary>
    public string? Prompt { get; init; }
    /// <summary>What is said.</summary>
    public string? Dialogue { get; init; }
    /// <summary>Ids of the characters it shows.</summary>
    public IReadOnlyList<Guid>? Characters { get; init; }
    /// <summary>Behind this shot; null: at the end.</summary>
    public Guid? After { get; init; }
    /// <summary>Its code; null: the film's scheme gives the next.</summary>
    public string? Code { get; init; }
}

internal sealed class NewShotValidator : AbstractValidator<NewShot>
{
    public NewShotValidator() =>
        RuleFor(s => s.Characters).Must(c => c is null || c.Count <= NewShot.MaxCharacters).WithMessage($"A shot shows at most {NewShot.MaxCharacters} characters.");
}
