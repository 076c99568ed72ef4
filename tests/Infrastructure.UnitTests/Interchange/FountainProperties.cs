using Director.Infrastructure.Interchange.Fountain;
using FsCheck.Xunit;

namespace Director.Infrastructure.UnitTests.Interchange;

/// <summary>What holds for a screenplay of any text at all.</summary>
public sealed class FountainProperties
{
    /// <summary>What Fountain gives a meaning to, so that it comes up more often than by chance.</summary>
    private static readonly string[] Marks =
        ["INT. A - DAY", "EXT./INT. B", ".", "..", "@Mira", "MIRA (V.O.)", "MIRA ^", "(low)", "> FIN <", "> CUT TO:", "CUT TO:", "/*", "*/", "[[", "]]", "===", "= note", "# act", "~song", "!loud", "Title:", "    more", "", "", "***", "_", "#1A#", "\t", "\0", "\r"];

    [Property(MaxTest = 500)]
    public void Reading_never_fails_and_every_line_it_names_is_there(byte[] marks, string?[] texts)
    {
        var lines = marks.Select((m, i) => m % 3 == 0 && texts.Length > 0 ? texts[i % texts.Length] ?? "" : Marks[m % Marks.Length]);
        var text = string.Join('\n', lines);

        var reading = FountainReader.Read(text);

        var last = text.Split('\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029').Length;
        foreach (var element in reading.Screenplay?.Elements ?? []) element.Line.Should().BeInRange(1, last);
    }
}
