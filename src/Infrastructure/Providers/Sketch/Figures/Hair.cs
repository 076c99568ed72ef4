namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>How hair is worn.</summary>
internal enum Hair
{
    Short,
    Bald,
    Bun,
    Long,
    Bob,
    Tail,
    Curly,
}
