using Director.Application.Interchange.Screenplays;

namespace Director.Application.UnitTests.Interchange;

public sealed class EmphasisTests
{
    [Theory]
    [InlineData("a *word* here", "a word here")]
    [InlineData("**FADE IN:**", "FADE IN:")]
    [InlineData("***both*** _under_", "both under")]
    [InlineData("**bold *and italic***", "bold and italic")]
    [InlineData("_**x**_", "x")]
    [InlineData("5 * 4 * 3", "5 * 4 * 3")]
    [InlineData("one * star", "one * star")]
    [InlineData("\\*not\\*", "*not*")]
    [InlineData("*over\nlines*", "*over\nlines*")]
    [InlineData("plain", "plain")]
    public void Marks_go_and_text_stays(string text, string expected) => Emphasis.Strip(text).Should().Be(expected);
}
