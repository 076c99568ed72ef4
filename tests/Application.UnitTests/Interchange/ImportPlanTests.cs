using Director.Application.Interchange.Import;

namespace Director.Application.UnitTests.Interchange;

public sealed class ImportPlanTests
{
    private static readonly string[] A = ["INT. LAMP ROOM - NIGHT", "Mira carries the lamp up the stair and sets it down on the long table by the window.", "MIRA: The oil is gone and we have one hour of light left before the tide."];
    private static readonly string[] B = ["EXT. PIER - NIGHT", "Oleg ties the boat to the iron ring while the rain comes in sideways from the sea.", "OLEG: Nobody is going out tonight, whatever the Harbour Master has written in his book."];
    private static readonly string[] C = ["INT. OFFICE - DAY", "The Harbour Master turns the pages of a ledger, one after the other, licking his thumb.", "MASTER: Every debt in this harbour is in here, and yours is the oldest one of all."];
    private static readonly string[] D = ["EXT. CLIFF - DAWN", "The lighthouse stands dark against a pale sky, gulls wheeling around its gallery.", "MIRA: It went out. For the first time in a hundred years, it went out."];
    private static readonly string[] X = ["EXT. OPEN SEA - NIGHT", "A fishing boat climbs a wave as high as a house and hangs there for a moment.", "SKIPPER: Look for the light, all of you, and sing out when you see it!"];

    private static ImportPlan Plan(FilmDouble film, params string[][] scenes) => film.Plan(Script.Proposed([.. scenes.SelectMany(lines => lines)]));

    private static FilmDouble Imported(params string[][] scenes)
    {
        var film = new FilmDouble();
        film.Apply(Plan(film, scenes));
        return film;
    }

    [Fact]
    public void The_first_import_is_all_new()
    {
        var film = new FilmDouble();
        var plan = Plan(film, A, B);

        plan.Report.New.Select(item => (item.Kind, item.Code)).Should().Equal(
            ("scene", "1"), ("shot", "SH0010"), ("shot", "SH0020"), ("scene", "2"), ("shot", "SH0030"), ("shot", "SH0040"));
        plan.Report.New[0].Line.Should().Be(1);
        (plan.Report.Changed.Count + plan.Report.Moved.Count + plan.Report.Omitted.Count + plan.Report.Reinstated.Count).Should().Be(0);
    }

    [Fact]
    public void The_same_script_again_changes_nothing() => Plan(Imported(A, B, C), A, B, C).Report.IsEmpty.Should().BeTrue();

    [Fact]
    public void A_scene_inserted_at_the_front_leaves_every_shot_itself()
    {
        var film = Imported(A, B, C);
        var before = film.Shots();

        var plan = Plan(film, X, A, B, C);
        plan.Report.New.Select(item => (item.Kind, item.Code)).Should().Equal(("scene", "A1"), ("shot", "SH0005"), ("shot", "SH0008"));
        plan.Report.Moved.Should().BeEmpty();
        plan.Report.Changed.Should().BeEmpty();

        film.Apply(plan);
        film.Shots().Should().Contain(before);
        film.Headings().Should().Equal(X[0], A[0], B[0], C[0]);
    }

    [Fact]
    public void A_renamed_scene_is_changed_and_nothing_else()
    {
        var film = Imported(A, B, C);
        var before = film.Shots();

        var plan = Plan(film, A, ["EXT. QUAY - NIGHT", .. B[1..]], C);
        var item = plan.Report.Changed.Should().ContainSingle().Subject;
        (item.Kind, item.Before, item.After, item.Line).Should().Be(("scene", "2 EXT. PIER - NIGHT", "2 EXT. QUAY - NIGHT", 4));
        (plan.Report.New.Count + plan.Report.Moved.Count + plan.Report.Omitted.Count).Should().Be(0);

        film.Apply(plan);
        film.Shots().Should().Equal(before);
    }

    [Fact]
    public void Two_swapped_scenes_are_one_move()
    {
        var film = Imported(A, B, C, D);
        var before = film.Shots();

        var plan = Plan(film, A, C, B, D);
        plan.Report.Moved.Should().ContainSingle().Which.Kind.Should().Be("scene");
        (plan.Report.New.Count + plan.Report.Changed.Count + plan.Report.Omitted.Count).Should().Be(0);

        film.Apply(plan);
        film.Headings().Should().Equal(A[0], C[0], B[0], D[0]);
        film.Shots().Should().BeEquivalentTo(before);
        Plan(film, A, C, B, D).Report.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_scene_that_is_gone_is_omitted_with_its_shots_and_comes_back_as_itself()
    {
        var film = Imported(A, B, C);
        var before = film.Shots();

        var plan = Plan(film, A, C);
        plan.Report.Omitted.Select(item => (item.Kind, item.Code)).Should().Equal(("scene", "2"), ("shot", "SH0030"), ("shot", "SH0040"));
        film.Apply(plan);
        Plan(film, A, C).Report.IsEmpty.Should().BeTrue();

        var back = Plan(film, A, B, C);
        back.Report.Reinstated.Select(item => (item.Kind, item.Code)).Should().Equal(("scene", "2"), ("shot", "SH0030"), ("shot", "SH0040"));
        (back.Report.New.Count + back.Report.Changed.Count + back.Report.Moved.Count + back.Report.Omitted.Count).Should().Be(0);
        film.Apply(back);
        film.Shots().Should().Equal(before);
    }

    [Fact]
    public void All_four_at_once_are_reported_as_what_they_are()
    {
        var film = Imported(A, B, C, D);
        var ids = film.Shots();

        var plan = Plan(film, X, ["INT. TOWER - NIGHT", .. A[1..]], D, C);
        plan.Report.New.Should().HaveCount(3);
        plan.Report.Changed.Should().ContainSingle().Which.Title.Should().Be("INT. TOWER - NIGHT");
        plan.Report.Moved.Should().ContainSingle();
        plan.Report.Omitted.Should().HaveCount(3);
        film.Apply(plan);
        film.Shots().Should().Contain(ids);
        Plan(film, X, ["INT. TOWER - NIGHT", .. A[1..]], D, C).Report.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void A_rewritten_line_changes_its_shot_and_keeps_it()
    {
        var film = Imported(A, B);
        var before = film.Shots();

        var plan = Plan(film, A, [B[0], B[1], "OLEG: Nobody is going out tonight, whatever the Harbour Master has scribbled there."]);
        var item = plan.Report.Changed.Should().ContainSingle().Subject;
        (item.Kind, item.Code).Should().Be(("shot", "SH0040"));
        item.After.Should().Contain("scribbled there");
        film.Apply(plan);
        film.Shots().Should().Equal(before);
    }

    [Fact]
    public void A_short_line_rewritten_in_its_place_is_the_same_shot()
    {
        string[] Scene(string line) => [A[0], A[2], line, "OLEG: And what then, when the last of it has burned away before the morning?"];
        var film = Imported(Scene("Mira slips her ring off."));

        var plan = Plan(film, Scene("Mira slowly slips the ring off her finger."));
        plan.Report.Changed.Should().ContainSingle().Which.Code.Should().Be("SH0020");
        (plan.Report.New.Count + plan.Report.Omitted.Count).Should().Be(0);
        Plan(film, Scene("A gull cries.")).Report.Omitted.Should().ContainSingle();
    }

    [Fact]
    public void A_description_of_the_crews_own_is_kept_when_the_script_changes()
    {
        var film = Imported(A, B);
        film.Describe("SH0030", "Oleg at the ring, rain in the key light.");

        Plan(film, A, B).Report.IsEmpty.Should().BeTrue();
        var plan = Plan(film, A, [B[0], B[1].Replace("iron ring", "iron bollard", StringComparison.Ordinal), B[2]]);
        plan.Scenes.SelectMany(scene => scene.Shots).Where(shot => shot.Operations.HasFlag(ImportOperations.Changed)).Should().OnlyContain(shot => shot.KeepsDescription);
    }

    [Fact]
    public void A_shot_that_goes_to_another_scene_is_moved_and_not_made_again()
    {
        var film = Imported(A, B);
        var before = film.Shots();

        var plan = Plan(film, [.. A, B[2]], B[..2]);
        var item = plan.Report.Moved.Should().ContainSingle().Subject;
        (item.Kind, item.Code, item.Before, item.After).Should().Be(("shot", "SH0040", B[0], A[0]));
        (plan.Report.New.Count + plan.Report.Omitted.Count).Should().Be(0);
        film.Apply(plan);
        film.Shots().Should().BeEquivalentTo(before);
        Plan(film, [.. A, B[2]], B[..2]).Report.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void What_the_crew_made_by_hand_is_never_touched()
    {
        var film = Imported(A, B, C);
        var scene = film.AddSceneByHand(1);
        var shot = film.AddShotByHand(B[0], 1);

        Plan(film, A, B, C).Report.IsEmpty.Should().BeTrue();
        var plan = Plan(film, A, C);
        plan.Report.Omitted.Select(item => item.Kind).Should().Equal("shot", "shot");
        film.Apply(plan);
        film.Find(scene).IsOmitted.Should().BeFalse();
        film.Scenes.SelectMany(each => each.Shots).Single(each => each.Id == shot).IsOmitted.Should().BeFalse();
    }

    [Fact]
    public void Numbers_of_a_numbered_script_are_the_scripts()
    {
        var film = Imported(["#10 " + A[0], .. A[1..]], ["#11 " + B[0], .. B[1..]]);

        var plan = Plan(film, ["#10 " + A[0], .. A[1..]], ["#10A " + X[0], .. X[1..]], ["#11 " + B[0], .. B[1..]]);
        plan.Report.New[0].Code.Should().Be("10A");
        plan.Report.Changed.Should().BeEmpty();
    }

    [Fact]
    public void Scenes_that_say_the_same_stay_in_order()
    {
        string[] one = ["INT. STAIR - NIGHT", "Mira climbs."], two = ["INT. STAIR - NIGHT", "Mira climbs."], empty = ["EXT. SEA - DAY"];
        var film = Imported(one, A, two, empty, empty);

        Plan(film, one, A, two, empty, empty).Report.IsEmpty.Should().BeTrue();
        Plan(film, A, two, empty, empty).Report.Moved.Should().BeEmpty();
    }

    [Fact]
    public void The_opening_belongs_to_the_film()
    {
        string[] opening = ["Black water, and somewhere far off the sound of a bell."];
        var film = Imported(opening, A);

        film.FilmShots.Should().ContainSingle().Which.Code.Should().Be("SH0010");
        Plan(film, opening, A).Report.IsEmpty.Should().BeTrue();
        Plan(film, A).Report.Omitted.Should().ContainSingle();
    }

    [Fact]
    public void Any_shuffle_keeps_every_shot_and_is_then_settled()
    {
        var random = new Random(3);
        string[][] all = [A, B, C, D, X];
        var film = Imported(all);
        var ids = film.Shots();
        for (var round = 0; round < 60; round++)
        {
            var some = all.OrderBy(_ => random.Next()).Take(random.Next(1, 6)).ToArray();
            var plan = Plan(film, some);
            plan.Report.New.Should().BeEmpty();
            film.Apply(plan);
            film.Shots().Should().BeEquivalentTo(ids);
            film.Headings(live: true).Should().Equal(some.Select(lines => lines[0]));
            Plan(film, some).Report.IsEmpty.Should().BeTrue();
        }
    }
}
