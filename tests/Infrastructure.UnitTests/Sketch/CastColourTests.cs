using Director.Infrastructure.Providers.Sketch;
using SkiaSharp;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class CastColourTests
{
    public static TheoryData<string, string, double> Frames => new()
    {
        { "ECU", "day", .005 }, { "CU", "day", .02 }, { "MS", "day", .05 }, { "WS", "day", .01 }, { "EWS", "day", .0004 },
        { "MS", "night", .03 }, { "WS", "dusk", .008 }, { "CU", "dawn", .02 },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_character_wears_its_colour_in_every_size(string size, string time, double leastShare)
    {
        foreach (var (colour, other) in new[] { ("#c7923a", "#4e6e86"), ("#4e6e86", "#8a3b36"), ("#8a3b36", "#4e8664") })
        {
            var shot = Shots.Street with { Size = size, TimeOfDay = time, Cast = [new SketchCastMember("Vera", colour, "coat, no hat")] };
            var recoloured = shot with { Cast = [new SketchCastMember("Vera", other, "coat, no hat")] };

            var (share, hue, chroma) = Measures.Of(shot).DifferenceTo(Measures.Of(recoloured));

            share.Should().BeGreaterThan(leastShare, $"{colour} covers part of the {size}");
            chroma.Should().BeGreaterThan(6);
            Measures.HuesApart(hue, Measures.HueOf(colour)).Should()
                .BeLessThan(30, $"what changes with the coat is {colour} in the {size} at {time}");
        }
    }

    [Fact]
    public void Without_a_given_colour_a_character_wears_the_colour_of_its_name()
    {
        var shot = Shots.Street with { Cast = [new SketchCastMember("Ольга")] };
        var given = shot with { Cast = [new SketchCastMember("Ольга", SketchCast.ColourOf("Ольга"))] };

        Shots.Draw(shot).Bytes.Span.SequenceEqual(Shots.Draw(given).Bytes.Span).Should().BeTrue();
    }

    [Fact]
    public void Two_named_characters_are_both_there()
    {
        var both = Shots.Street with { Cast = [new SketchCastMember("Vera", "#c7923a"), new SketchCastMember("Tom", "#4e6e86")] };
        foreach (var size in new[] { "MS", "WS", "EWS" })
        {
            var shot = both with { Size = size };
            var second = shot with { Cast = [both.Cast[0], new SketchCastMember("Tom", "#8a3b36")] };

            Measures.Of(shot).DifferenceTo(Measures.Of(second)).Share.Should().BeGreaterThan(.0003, size);
        }
    }

    [Theory]
    [InlineData("Mira", "  mira ")]
    [InlineData("The Harbour Master", "the harbour-master")]
    [InlineData("Олег", "ОЛЕГ")]
    public void Case_and_spacing_do_not_change_a_name_s_colour(string name, string spelling) =>
        SketchCast.ColourOf(spelling).Should().Be(SketchCast.ColourOf(name));

    [Fact]
    public void Colours_of_names_keep_to_one_lightness_and_chroma_and_spread_over_the_hues()
    {
        var colours = Enumerable.Range(0, 300).Select(k => SketchCast.ColourOf($"Person {k}")).ToList();

        foreach (var lab in colours.Select(hex => Measures.Lab(SKColor.Parse(hex))))
        {
            lab.L.Should().BeInRange(45, 62);
            Math.Sqrt(lab.A * lab.A + lab.B * lab.B).Should().BeInRange(18, 45);
        }
        colours.Select(hex => (int)((Measures.HueOf(hex) + 360) % 360 / 30)).Distinct().Count().Should().BeGreaterThanOrEqualTo(10);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\0\ud800🙂")]
    public void Any_name_has_a_colour(string? name) => SketchCast.ColourOf(name).Should().MatchRegex("^#[0-9a-f]{6}$");
}
