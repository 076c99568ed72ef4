namespace Director.Infrastructure.Providers.Sketch.Figures;

/// <summary>The build of a person.</summary>
internal enum Build
{
    Man,
    Woman,
    Child,
}
