namespace Director.Infrastructure.Providers.Sketch;

/// <summary>What a character sheet is drawn from.</summary>
public sealed record SketchSheet
{
    /// <summary>Who it shows.</summary>
    public required SketchCastMember Member { get; init; }

    /// <summary>Changes light, pose and the hand; never the looks.</summary>
    public long Seed { get; init; }

    /// <summary>Printed on the name plate when above zero.</summary>
    public int Number { get; init; }
}
