using Director.Application.Content;
using Director.Infrastructure.Interchange.Fountain;

namespace Director.Infrastructure.UnitTests.Content;

public sealed class ProseScriptTests
{
    [Fact]
    public void Headings_become_scenes_and_paragraphs_their_action()
    {
        var script = ProseScript.Write("The ferry", "Before anything.\n\n# The pier\n\nA woman waits.\n\nSHE TURNS.\n\n## 2. Later\n\n.NET is *not* a boat. [[No note]] /* nor boneyard */ #1#")!;

        var read = FountainReader.Read(script).Screenplay!;
        read.Title.Should().Be("The ferry");
        read.Scenes.Select(s => s.Heading).Should().Equal("The ferry", "The pier", "2. Later");
        read.Characters.Should().BeEmpty("nobody speaks in prose");
        string.Join(' ', read.Elements.Select(e => e.PlainText)).Should().Contain("SHE TURNS.").And.Contain(".NET is *not* a boat.").And.Contain("nor boneyard").And.Contain("#1#");
    }

    [Fact]
    public void A_long_paragraph_is_parted_between_sentences()
    {
        var sentence = "The boat goes out and the boat comes in again before it is dark. ";
        var script = ProseScript.Write("A", string.Concat(Enumerable.Repeat(sentence, 60)))!;
        var actions = FountainReader.Read(script).Screenplay!.Elements.Where(e => e.PlainText.Contains("boat", StringComparison.Ordinal)).ToList();
        actions.Count.Should().BeGreaterThan(2);
        actions.Should().OnlyContain(e => e.PlainText.EndsWith('.'));
    }

    [Theory]
    [InlineData("# Only\n\n## headings")]
    [InlineData("– \n\n ***")]
    public void Without_words_there_is_nothing_to_film(string text) => ProseScript.Write("A", text).Should().BeNull();
}
