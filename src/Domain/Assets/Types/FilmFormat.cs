using Director.Domain.Common;

namespace Director.Domain.Assets.Types;

/// <summary>The technical choices of a film.</summary>
internal static class FilmFormat
{
    internal static IEnumerable<FieldFault> Faults(FilmDetails film) => [];
}
