using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class SheetTests
{
    private static readonly SketchArtist Artist = new();

    [Fact]
    public void The_same_sheet_is_drawn_to_the_byte_and_another_seed_draws_another_one()
    {
        var mira = new SketchCastMember("Mira", "#c7923a", "woman, red hair");
        var first = Artist.DrawSheet(new SketchSheet { Member = mira, Seed = 1 });
        Artist.DrawSheet(new SketchSheet { Member = mira, Seed = 1 }).Bytes.ToArray().Should().Equal(first.Bytes.ToArray());
        Artist.DrawSheet(new SketchSheet { Member = mira, Seed = 2 }).Bytes.ToArray().Should().NotEqual(first.Bytes.ToArray());
        (first.Width, first.Height).Should().Be((1280, 720));
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀\u0000\ud800")]
    [InlineData("Мира Старая")]
    public void Nothing_in_a_name_or_its_looks_makes_it_fail(string text) =>
        Artist.DrawSheet(new SketchSheet { Member = new SketchCastMember(text, text, text + new string('x', 10_000)), Seed = long.MaxValue, Number = int.MaxValue })
            .Bytes.Length.Should().BeGreaterThan(1_000);
}
