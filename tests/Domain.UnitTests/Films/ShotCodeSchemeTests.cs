using Director.Domain.Films;

namespace Director.Domain.UnitTests.Films;

public sealed class ShotCodeSchemeTests
{
    private static readonly string[] ThreeShots = ["SH0010", "SH0020", "SH0030"];

    [Fact]
    public void Shots_are_numbered_by_tens()
    {
        var codes = new ShotCodeAllocator(ShotCodeScheme.Numbered, []);

        new[] { codes.Next(), codes.Next(), codes.Next() }.Should().Equal(ThreeShots);
    }

    [Theory]
    [InlineData("SH0030", null, "SH0040")]
    [InlineData("SH0010", "SH0020", "SH0015")]
    [InlineData(null, "SH0010", "SH0005")]
    [InlineData("SH0010", "SH0030", "SH0021")]
    public void A_code_falls_into_the_gap_between_its_neighbours(string? after, string? before, string expected) =>
        ShotCodeScheme.Numbered.Next(ThreeShots, after, before).Should().Be(expected);

    [Fact]
    public void A_free_multiple_of_ten_is_taken_first() =>
        ShotCodeScheme.Numbered.Next(["SH0010", "SH0050"], "SH0010", "SH0050").Should().Be("SH0020");

    [Fact]
    public void Inserting_again_and_again_halves_the_gap_then_adds_letters()
    {
        var codes = new List<string> { "SH0010", "SH0020" };
        for (var round = 0; round < 7; round++) codes.Insert(1, ShotCodeScheme.Numbered.Next(codes, codes[0], codes[1]));

        codes.Should().Equal("SH0010", "SH0010C", "SH0010B", "SH0010A", "SH0011", "SH0012", "SH0013", "SH0015", "SH0020");
    }

    [Fact]
    public void Letters_skip_I_and_O()
    {
        var codes = new ShotCodeAllocator(ShotCodeScheme.Slate, []);

        Enumerable.Range(0, 26).Select(_ => codes.Next(sceneNumber: "12")).Should().Equal(
            "12A 12B 12C 12D 12E 12F 12G 12H 12J 12K 12L 12M 12N 12P 12Q 12R 12S 12T 12U 12V 12W 12X 12Y 12Z 12AA 12AB".Split(' '));
    }

    [Fact]
    public void A_scene_number_with_a_letter_keeps_apart_from_the_shots_letter()
    {
        ShotCodeScheme.Slate.Next([], sceneNumber: "12A").Should().Be("12A-A");
        ShotCodeScheme.Slate.Next([], sceneNumber: "I-1-A").Should().Be("I-1-A-A");
        ShotCodeScheme.Slate.Next([], sceneNumber: null).Should().Be("0A");
    }

    [Fact]
    public void Whatever_the_order_a_code_is_never_given_twice()
    {
        var random = new Random(7);
        foreach (var scheme in new[] { ShotCodeScheme.Numbered, ShotCodeScheme.Slate, ShotCodeScheme.Parse("EP1_{00}") })
        {
            var order = new List<string>();
            for (var round = 0; round < 500; round++)
            {
                var at = random.Next(order.Count + 1);
                var code = scheme.Next(order, at > 0 ? order[at - 1] : null, at < order.Count ? order[at] : null, "7");
                order.Should().NotContain(code);
                ShotCode.TryParse(code, out var parsed).Should().BeTrue();
                parsed.Value.Should().Be(code);
                order.Insert(at, code);
                if (round % 50 == 0) order.Reverse();
            }
        }
    }

    [Fact]
    public void Codes_made_by_people_are_no_obstacle() =>
        ShotCodeScheme.Numbered.Next(["INSERT-1", "SH0010"], "INSERT-1", "SH0010").Should().Be("SH0005");

    [Theory]
    [InlineData("SH{0000}")]
    [InlineData("slate")]
    [InlineData("EP1_{000}")]
    [InlineData("{0000}")]
    public void A_scheme_reads_back(string text) => ShotCodeScheme.Parse(text).ToString().Should().Be(text);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("SH")]
    [InlineData("SH{}")]
    [InlineData("SH{0001}")]
    [InlineData("SH{0000}X")]
    [InlineData("S H{0000}")]
    [InlineData("SH{0000000}")]
    public void What_is_not_a_scheme_is_refused(string? text) => ShotCodeScheme.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("sh0010", "SH0010")]
    [InlineData(" 12A-B ", "12A-B")]
    public void A_code_is_kept_in_upper_case(string text, string expected) => ShotCode.Parse(text).Value.Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("SH 10")]
    [InlineData("../x")]
    [InlineData("SH/10")]
    [InlineData("-A")]
    [InlineData("123456789012345678901234567890123")]
    public void A_code_that_no_file_could_be_named_by_is_refused(string text) => ShotCode.TryParse(text, out _).Should().BeFalse();
}
