using Director.Application.Interchange.Screenplays;
using Director.Application.Interchange.Shots;
using Director.Domain.Films;

namespace Director.Application.UnitTests.Interchange;

public sealed class ShotProposalTests
{
    private static readonly string[] Lighthouse =
    [
        "INT. LAMP ROOM - NIGHT",
        "Mira carries the lamp up the last turn of the stair and sets it on the table with both hands, breathing hard from the climb.",
        "MIRA: The oil is gone. We have one hour of light left, and the boats are still out beyond the bar.",
        "OLEG: Then we burn the ledgers, the chairs, and after that whatever else will hold a flame until the morning.",
        "MIRA: They are not ours to burn, and you know as well as I do what is written in them about my father.",
        "CLOSE ON the ledger. Oleg opens it and tears out the first page, slowly, without looking at her at all.",
        "EXT. HARBOUR - DAWN",
        "The boats come in.",
    ];

    [Fact]
    public void The_same_script_gives_the_same_shots() =>
        Script.Proposed(Lighthouse).Should().BeEquivalentTo(Script.Proposed(Lighthouse), options => options.WithStrictOrdering());

    [Fact]
    public void A_scene_opens_wide_and_a_dialogue_varies()
    {
        var shots = Script.Proposed(Lighthouse)[0].Shots;

        shots.Select(shot => shot.ShotSize).Should().Equal("WS", "MS", "CU", "MS", "CU");
        shots[3].CameraAngle.Should().Be("over the shoulder");
    }

    [Fact]
    public void What_the_script_says_of_the_camera_counts()
    {
        var shot = Script.Proposed(
            "INT. A - DAY", "First something happens here that is long enough to be a shot of its own, with words to spare.",
            "Extreme close on the key. The camera pushes in as it turns, low angle, over a long and careful stretch of time.")[0].Shots[1];

        (shot.ShotSize, shot.CameraAngle, shot.Movement).Should().Be(("ECU", "low", "push in"));
    }

    [Fact]
    public void Speakers_and_people_named_in_action_are_in_the_shot()
    {
        var shots = Script.Proposed(Lighthouse)[0].Shots;

        shots[0].Characters.Should().Equal("MIRA");
        shots[1].Characters.Should().Equal("MIRA");
        shots[4].Characters.Should().Equal("OLEG");
        shots[1].Dialogue.Should().StartWith("MIRA: The oil is gone.");
        shots[0].Dialogue.Should().BeNull();
    }

    [Fact]
    public void A_name_is_not_found_in_a_word_and_is_found_in_a_Russian_case()
    {
        var index = new CharacterIndex(["WILL", "YOUNG OSCAR", "OSCAR", "МАРИНА"]);

        index.NamedIn("They will go. Will's hat is on Young Oscar, not on Oscar.").Should().Equal("WILL", "YOUNG OSCAR", "OSCAR");
        index.NamedIn("Он отдаёт Марине лампу. Маринад стынет.").Should().Equal("МАРИНА");
        index.NamedIn("Willow and OSCARIAN").Should().BeEmpty();
    }

    [Theory]
    [InlineData("ANNA (V.O.)(CONT’D) ^", "ANNA")]
    [InlineData("  Doctor  Who (O.S.)", "DOCTOR WHO")]
    [InlineData("R2D2", "R2D2")]
    public void Extensions_are_no_part_of_a_name(string cue, string name) => CharacterCue.Name(cue).Should().Be(name);

    [Theory]
    [InlineData("YOUNG OSCAR", "Young Oscar")]
    [InlineData("WILL’S AUNT", "Will’s Aunt")]
    [InlineData("ANNE-MARIE", "Anne-Marie")]
    [InlineData("R2D2", "R2D2")]
    [InlineData("МАРИНА", "Марина")]
    public void A_name_is_shown_in_title_case(string name, string shown) => CharacterCue.DisplayName(name).Should().Be(shown);

    [Fact]
    public void Every_shot_lasts_a_second_at_least_and_speech_lasts_as_long_as_it_takes()
    {
        var rate = FrameRate.FilmOnNtsc;
        var scenes = ShotProposal.For(Script.Of("INT. A - DAY", "A.", "BO: " + string.Join(' ', Enumerable.Repeat("word", 25))), rate);

        scenes[0].Shots[0].DurationFrames.Should().Be(24);
        scenes[0].Shots[1].DurationFrames.Should().Be((int)rate.FramesIn(10.5m));
    }

    [Fact]
    public void An_empty_scene_has_one_shot() => Script.Proposed("INT. A - DAY", "EXT. B - DAY").Should().OnlyContain(scene => scene.Shots.Count == 1 && scene.Fingerprint == null);

    [Fact]
    public void A_long_paragraph_is_cut_between_sentences_and_loses_nothing()
    {
        var text = string.Join(' ', Enumerable.Range(1, 40).Select(number => $"Sentence number {number} has seven words inside."));
        var shots = Script.Proposed("INT. A - DAY", text)[0].Shots;

        shots.Should().HaveCountGreaterThan(3);
        shots.Should().OnlyContain(shot => shot.Description.EndsWith('.'));
        string.Join(' ', shots.Select(shot => shot.Description)).Should().Be(text);
    }

    [Fact]
    public void Short_neighbours_become_one_shot() => Script.Proposed("INT. A - DAY", "A door.", "It opens.", "Nobody.")[0].Shots.Should().ContainSingle();

    [Fact]
    public void A_fingerprint_is_of_the_words_alone()
    {
        var one = Script.Proposed("INT. A - DAY", "Mira “runs” -- fast.")[0];
        var two = Script.Proposed("EXT. B - NIGHT", "MIRA *runs*, fast")[0];

        one.Shots[0].Fingerprint.Should().Be(two.Shots[0].Fingerprint).And.HaveLength(TextFingerprint.Length);
        one.Fingerprint.Should().Be(two.Fingerprint);
        Script.Proposed("INT. A - DAY", "Mira runs slowly.")[0].Shots[0].Fingerprint.Should().NotBe(one.Shots[0].Fingerprint);
    }

    [Fact]
    public void Text_before_the_first_heading_belongs_to_the_film()
    {
        var scenes = Script.Proposed("FADE IN:", "Black water, and a bell somewhere.", "INT. A - DAY", "Mira.");

        scenes.Select(scene => scene.Scene.IsOpening).Should().Equal(true, false);
        Script.Proposed("FADE IN:", "INT. A - DAY", "Mira.").Should().ContainSingle();
    }

    [Fact]
    public void A_description_is_never_longer_than_its_limit() =>
        Script.Proposed("INT. A - DAY", new string('x', 9_000), string.Concat(Enumerable.Repeat("😀", 5_000)))
            .SelectMany(scene => scene.Shots).Should().OnlyContain(shot => shot.Description.Length <= ProposedShot.MaxDescriptionLength && shot.Prompt.Length <= ProposedShot.MaxPromptLength);
}
