namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>Facial hair.</summary>
internal enum Beard
{
    None,
    Full,
    Short,
    Moustache,
}
