using System.Buffers;
using Director.Domain.Common;

namespace Director.Domain.Assets.Types;

/// <summary>Colours as details hold them: <c>#rrggbb</c>.</summary>
internal static class Colours
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    internal static IEnumerable<FieldFault> Faults(string path, IReadOnlyList<string>? colours)
    {
        for (var i = 0; i < (colours?.Count ?? 0); i++)
        {
            if (!IsColour(colours![i])) yield return new FieldFault($"{path}[{i}]", "A colour is written #rrggbb.");
        }
    }

    internal static bool IsColour(string? text) =>
        text is { Length: 7 } && text[0] == '#' && text.AsSpan(1).IndexOfAnyExcept(Hex) < 0;
}
