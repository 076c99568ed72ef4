namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>What is on the head.</summary>
internal enum Hat
{
    None,
    Knit,
    Peaked,
    Brim,
    Scarf,
    Helmet,
    Flat,
}
