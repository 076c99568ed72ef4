using System.Text;
using Director.Application.Interchange.Screenplays;
using Director.Infrastructure.Interchange.Fdx;
using Kind = Director.Application.Interchange.Screenplays.ScreenplayElementKind;

namespace Director.Infrastructure.UnitTests.Interchange;

public sealed class FdxReaderTests
{
    private const string Script = """
        <?xml version="1.0" encoding="UTF-8"?>
        <FinalDraft DocumentType="Script" Version="5">
          <Content>
            <Paragraph Type="Scene Heading" Number="4A">
              <SceneProperties Length="1 2/8" Page="1"><Summary><Paragraph><Text>The lamp.</Text></Paragraph></Summary></SceneProperties>
              <ScriptNote><Paragraph><Text>A note</Text></Paragraph></ScriptNote>
              <Text>INT. LAMP </Text><Text Style="AllCaps">room - night</Text>
            </Paragraph>
            <Paragraph Type="Action"><Text>Mira </Text><Text Style="Bold">climbs</Text><Text>.</Text></Paragraph>
            <Paragraph>
              <DualDialogue>
                <Paragraph Type="Character"><Text>MIRA</Text></Paragraph>
                <Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
                <Paragraph Type="Dialogue"><Text>Да.</Text></Paragraph>
                <Paragraph Type="Character"><Text>OLEG</Text></Paragraph>
                <Paragraph Type="Dialogue"><Text>No.</Text></Paragraph>
              </DualDialogue>
            </Paragraph>
            <Paragraph Type="Transition"><Text>CUT TO:</Text></Paragraph>
            <Paragraph Type="Scene Heading" Number="5"><Text>OMITTED</Text></Paragraph>
          </Content>
          <TitlePage><Content><Paragraph Alignment="Center"><Text>The Debt</Text></Paragraph></Content></TitlePage>
        </FinalDraft>
        """;

    private static ScreenplayReading Read(string xml) => new FdxReader().Read(Encoding.UTF8.GetBytes(xml));

    [Fact]
    public void A_script_is_read_into_the_same_paragraphs_as_any_other()
    {
        var script = Read(Script).Screenplay!;

        script.Title.Should().Be("The Debt");
        var scene = script.Scenes.Should().ContainSingle().Subject;
        (scene.Number, scene.Heading, scene.Eighths, scene.Synopsis, scene.Line).Should().Be(("4A", "INT. LAMP ROOM - NIGHT", 10, "The lamp.", 4));
        script.Elements.Where(element => element.Kind is not (Kind.Note or Kind.Synopsis)).Select(element => (element.Kind, element.Text, element.IsDual)).Should().Equal(
            (Kind.SceneHeading, "INT. LAMP ROOM - NIGHT", false), (Kind.Action, "Mira climbs.", false), (Kind.Character, "MIRA", false), (Kind.Parenthetical, "low", false),
            (Kind.Dialogue, "Да.", false), (Kind.Character, "OLEG", true), (Kind.Dialogue, "No.", false), (Kind.Transition, "CUT TO:", false), (Kind.SceneHeading, "OMITTED", false));
    }

    [Theory]
    [InlineData("<FinalDraft><Content>\n<Paragraph></Content></FinalDraft>", 2, "not readable XML")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><FinalDraft><Content/></FinalDraft>", 1, "not readable XML")]
    [InlineData("<html><body/></html>", 1, "not a Final Draft document")]
    [InlineData("<FinalDraft><Content/></FinalDraft>", 1, "No scene heading")]
    [InlineData("INT. A - DAY", 1, "not readable XML")]
    [InlineData("%PDF-1.4", 1, "a PDF")]
    [InlineData("", 1, "empty")]
    public void What_is_no_script_is_refused_with_line_and_reason(string xml, int line, string reason)
    {
        var reading = Read(xml);

        reading.Screenplay.Should().BeNull();
        reading.Problems.Single().Line.Should().Be(line);
        reading.Problems.Single().Reason.Should().Contain(reason);
    }
}
