namespace Director.Domain.Generation;

/// <summary>What a generation makes when it succeeds.</summary>
public enum GenerationProduct
{
    /// <summary>A take of a shot.</summary>
    Take,
    /// <summary>A reference image of a character, location, prop or style.</summary>
    Image,
}
