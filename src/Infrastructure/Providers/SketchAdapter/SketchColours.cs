using Director.Application.Common.Ports;
using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.Providers.SketchAdapter;

/// <summary>The artist's own choice of coats.</summary>
internal sealed class SketchColours : ICastColours
{
    public string Of(string name) => SketchCast.ColourOf(name);
}
