namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>What is worn over the shoulders.</summary>
internal enum Garment
{
    Coat,
    Hooded,
    Jumper,
    Uniform,
    Suit,
    Dress,
}
