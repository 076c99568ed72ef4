using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class SlateTests
{
    private const double TitleFrom = .075;
    private const double TitleTo = .30;

    [Fact]
    public void The_film_s_name_is_shown_in_cyrillic_letters()
    {
        Measures Slate(string title) => Measures.Of(Shots.Street with { FilmTitle = title });
        var (light, storm, none) = (Slate("Маяк и долг"), Slate("Шторм и дом"), Slate(""));

        light.SlateInk(TitleFrom, TitleTo).Should().BeGreaterThan(none.SlateInk(TitleFrom, TitleTo) + 150);
        // Empty boxes would make two names of one length look the same.
        light.Slate(TitleFrom, TitleTo).SequenceEqual(storm.Slate(TitleFrom, TitleTo)).Should().BeFalse();
        Slate("ЁжЩэЮъ").Slate(TitleFrom, TitleTo).SequenceEqual(Slate("ЖщЁюЭъ").Slate(TitleFrom, TitleTo)).Should().BeFalse();
    }

    [Fact]
    public void What_the_face_cannot_show_is_left_out_instead_of_boxed()
    {
        var plain = Measures.Of(Shots.Street with { FilmTitle = "Lantern" });
        var decorated = Measures.Of(Shots.Street with { FilmTitle = "🎬Lan\0tern🙂" });

        decorated.Slate(TitleFrom, TitleTo).SequenceEqual(plain.Slate(TitleFrom, TitleTo)).Should().BeTrue();
    }

    public static TheoryData<string, SketchFrame> Parts => new()
    {
        { "scene", Shots.Street with { SceneNumber = "8" } },
        { "shot", Shots.Street with { ShotCode = "SH0031" } },
        { "take", Shots.Street with { TakeNumber = 3 } },
        { "size", Shots.Street with { Size = "CU" } },
        { "angle", Shots.Street with { Angle = "low" } },
        { "lens", Shots.Street with { Lens = "135 mm" } },
        { "seed", Shots.Street with { Seed = 4712 } },
        { "timecode", Shots.Street with { Timecode = "00:01:05" } },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Every_part_of_the_slate_is_printed(string part, SketchFrame changed) =>
        Measures.Of(changed).Slate(.3, 1).SequenceEqual(Measures.Of(Shots.Street).Slate(.3, 1)).Should().BeFalse(part);

    [Fact]
    public void A_long_name_ends_before_the_scene_number()
    {
        var brief = Measures.Of(Shots.Street with { FilmTitle = "A" });
        var endless = Measures.Of(Shots.Street with { FilmTitle = string.Concat(Enumerable.Repeat("Бесконечное имя ", 20)) });

        endless.Slate(.55, 1).SequenceEqual(brief.Slate(.55, 1)).Should().BeTrue();
    }
}
