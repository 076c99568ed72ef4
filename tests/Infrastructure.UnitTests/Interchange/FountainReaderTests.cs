using System.Text;
using Director.Application.Interchange.Screenplays;
using Director.Infrastructure.Interchange.Fountain;
using Kind = Director.Application.Interchange.Screenplays.ScreenplayElementKind;

namespace Director.Infrastructure.UnitTests.Interchange;

public sealed class FountainReaderTests
{
    private static Screenplay Read(string text) => FountainReader.Read(text).Screenplay!;

    private static IEnumerable<(Kind, string, int)> Elements(string text) =>
        Read("INT. A - DAY\n\n" + text).Elements.Skip(1).Select(element => (element.Kind, element.Text, element.Line));

    [Fact]
    public void A_script_is_read_with_its_lines()
    {
        var script = Read("Title: _The Debt_\nAuthor: A. Writer\nDraft date:\n    May\n    June\n\nFADE IN:\n\nINT. LAMP ROOM - NIGHT #1A#\n\nMira climbs.\n\nMIRA (V.O.)\n(low)\nThe oil is gone.\n\nCUT TO:\n\n> FIN <\n");

        script.Title.Should().Be("The Debt");
        script.TitlePage.Should().Equal(new TitlePageEntry("Title", "_The Debt_"), new TitlePageEntry("Author", "A. Writer"), new TitlePageEntry("Draft date", "May\nJune"));
        script.Elements.Select(element => (element.Kind, element.Text, element.Line)).Should().Equal(
            (Kind.Action, "FADE IN:", 7), (Kind.SceneHeading, "INT. LAMP ROOM - NIGHT", 9), (Kind.Action, "Mira climbs.", 11), (Kind.Character, "MIRA (V.O.)", 13),
            (Kind.Parenthetical, "low", 14), (Kind.Dialogue, "The oil is gone.", 15), (Kind.Transition, "CUT TO:", 17), (Kind.Centered, "FIN", 19));
        script.Scenes.Should().ContainSingle().Which.Number.Should().Be("1A");
        script.Opening.Should().BeNull();
    }

    [Fact]
    public void FADE_IN_at_the_top_is_no_title_page() => Read("FADE IN:\n\nINT. A - DAY\n\nText.").TitlePage.Should().BeEmpty();

    [Theory]
    [InlineData("!BANG\nBANG", Kind.Action, "BANG\nBANG")]
    [InlineData("> Burn to white.", Kind.Transition, "Burn to white.")]
    [InlineData("~A song", Kind.Lyric, "A song")]
    [InlineData("= What it is about", Kind.Synopsis, "What it is about")]
    [InlineData("## Sequence", Kind.Section, "Sequence")]
    [InlineData("====", Kind.PageBreak, "")]
    [InlineData("... not a heading", Kind.Action, "... not a heading")]
    [InlineData("A short line.\nWALTER\nand more", Kind.Action, "A short line.\nWALTER\nand more")]
    [InlineData("23 (O.S.)\nNo letter in it", Kind.Action, "23 (O.S.)\nNo letter in it")]
    [InlineData("ALONE", Kind.Action, "ALONE")]
    public void A_paragraph_is_what_its_marks_say(string text, Kind kind, string expected) => Elements(text).Should().Equal((kind, expected, 3));

    [Theory]
    [InlineData("@McAvoy", "McAvoy")]
    [InlineData("R2D2", "R2D2")]
    [InlineData("        BRICK", "BRICK")]
    [InlineData("МАРИНА (ЗК)", "МАРИНА (ЗК)")]
    [InlineData("ΜΑΡΙΑ", "ΜΑΡΙΑ")]
    [InlineData("健太", "健太")]
    public void A_cue_is_known_in_any_script(string cue, string text) =>
        Elements(cue + "\nWords.").Should().Equal((Kind.Character, text, 3), (Kind.Dialogue, "Words.", 4));

    [Fact]
    public void Two_lines_of_Japanese_action_are_no_speech() =>
        Elements("健太は灯台に登る。\n雨が降っている。").Should().Equal((Kind.Action, "健太は灯台に登る。\n雨が降っている。", 3));

    [Fact]
    public void A_second_speaker_at_the_same_time_is_marked()
    {
        var cues = Read("INT. A - DAY\n\nADAM\nYes.\n\nEVE ^\nNo.").Elements.Where(element => element.Kind == Kind.Character);

        cues.Select(cue => (cue.Text, cue.IsDual)).Should().Equal(("ADAM", false), ("EVE", true));
    }

    [Fact]
    public void Two_spaces_keep_a_speech_open() =>
        Elements("DEAN\nOne.\n  \nTwo.\n\nAction.").Should().Equal((Kind.Character, "DEAN", 3), (Kind.Dialogue, "One.\n\nTwo.", 4), (Kind.Action, "Action.", 8));

    [Fact]
    public void Notes_and_boneyard_are_lifted_out_and_lines_keep_their_numbers() =>
        Elements("One /* cut */ two.\n\n/*\nINT. GONE - DAY\n\nGone.\n*/\n\nMIRA\n[[louder?]]\nGo [[or\nstay]] now.\n\nEnd.").Should().Equal(
            (Kind.Action, "One  two.", 3), (Kind.Boneyard, "cut", 3), (Kind.Boneyard, "INT. GONE - DAY\n\nGone.", 5), (Kind.Character, "MIRA", 11),
            (Kind.Note, "louder?", 12), (Kind.Dialogue, "Go\nnow.", 13), (Kind.Note, "or\nstay", 13), (Kind.Action, "End.", 16));

    [Fact]
    public void An_open_boneyard_is_text_and_a_problem()
    {
        var reading = FountainReader.Read("INT. A - DAY\n\nOne.\n\n/* never closed\n\nTwo.");

        reading.Screenplay!.Elements.Should().HaveCount(4);
        reading.Problems.Should().ContainSingle().Which.Line.Should().Be(5);
    }

    [Theory]
    [InlineData("INT. A - DAY #1#", "INT. A - DAY", "1")]
    [InlineData("INT. A - DAY #I-1-A#", "INT. A - DAY", "I-1-A")]
    [InlineData("INT. A - DAY #110A.#", "INT. A - DAY", "110A.")]
    [InlineData(".FLASHBACK #7#", "FLASHBACK", "7")]
    [InlineData("INT. FLAT #4 - DAY", "INT. FLAT #4 - DAY", null)]
    [InlineData("int. a - day", "int. a - day", null)]
    [InlineData("НАТ. МАЯК - НОЧЬ #2#", "НАТ. МАЯК - НОЧЬ", "2")]
    public void Scene_numbers_are_taken_off(string line, string heading, string? number)
    {
        var scene = Read(line + "\n\nText.").Scenes.Single();

        (scene.Heading, scene.Number).Should().Be((heading, number));
    }

    [Fact]
    public void A_repeated_scene_number_is_a_problem_and_no_refusal() =>
        FountainReader.Read("INT. A - DAY #1#\n\nEXT. B - DAY #1#\n").Problems.Should().ContainSingle().Which.Line.Should().Be(3);

    [Fact]
    public void Every_line_ending_reads_the_same()
    {
        const string text = "INT. A - DAY\n\nMIRA\nYes.\n\nEnd.";

        Read(text.Replace("\n", "\r\n", StringComparison.Ordinal)).Elements.Should().Equal(Read(text).Elements);
        Read(text.Replace('\n', '\r')).Elements.Should().Equal(Read(text).Elements);
    }

    [Theory]
    [InlineData("Dear Sir,\n\nthis is a letter.", 1, "No scene heading")]
    [InlineData("", 1, "empty")]
    public void What_is_no_screenplay_is_refused_with_line_and_reason(string text, int line, string reason)
    {
        var reading = new FountainReader().Read(Encoding.UTF8.GetBytes(text));

        reading.Screenplay.Should().BeNull();
        var problem = reading.Problems.Should().ContainSingle().Subject;
        problem.Line.Should().Be(line);
        problem.Reason.Should().Contain(reason);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread() =>
        new FountainReader().Read(new byte[Screenplay.MaxBytes + 1]).Problems.Single().Reason.Should().Contain("MB");

    [Theory]
    [InlineData("[[")]
    [InlineData("/* ")]
    [InlineData("*")]
    [InlineData("[[\n\n")]
    [InlineData("_*")]
    [InlineData("A\nb\n\n")]
    [InlineData("INT. A #\n\n")]
    public void Hostile_text_keeps_every_character_and_is_read_whole(string piece)
    {
        var text = "INT. A - DAY\n\n" + string.Concat(Enumerable.Repeat(piece, 20_000));
        var script = Read(text);

        script.Elements.Sum(element => element.Text.Count(character => !char.IsWhiteSpace(character)))
            .Should().Be(text.Count(character => !char.IsWhiteSpace(character)));
        script.Elements.Sum(element => element.PlainText.Length).Should().BePositive();
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var script = Read("""
            Title: The Debt
            Contact:
                Pier 4
                Harbour

            # Act one

            = The lamp goes out.

            .LAMP ROOM #1-A#

            !INT. is how this action begins

            Mira *climbs*. [[check]]
              Slowly.

            @McAvoy (O.S.)
            (low)
            One.
              
            Two.
            ~La la

            OLEG ^
            No.

            > Burn to white.

            CUT TO:

            > FIN <

            ===

            /* gone */
            """);

        Read(new FountainWriter().Write(script)).Elements.Select(element => element with { Line = 0 })
            .Should().Equal(script.Elements.Select(element => element with { Line = 0 }));
        Read(new FountainWriter().Write(script)).TitlePage.Should().Equal(script.TitlePage);
    }
}
