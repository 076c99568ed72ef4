using Director.Domain.Films;

namespace Director.Domain.UnitTests.Films;

public sealed class FrameRateTests
{
    [Theory]
    [InlineData("24", 24, 1, "24")]
    [InlineData(" 25 ", 25, 1, "25")]
    [InlineData("24.0", 24, 1, "24")]
    [InlineData("48/2", 24, 1, "24")]
    [InlineData("24000/1001", 24000, 1001, "24000/1001")]
    [InlineData("23.976", 24000, 1001, "24000/1001")]
    [InlineData("23.98", 24000, 1001, "24000/1001")]
    [InlineData("23.97", 24000, 1001, "24000/1001")]
    [InlineData("23.976023976", 24000, 1001, "24000/1001")]
    [InlineData("29.97", 30000, 1001, "30000/1001")]
    [InlineData("59.94", 60000, 1001, "60000/1001")]
    [InlineData("47.952", 48000, 1001, "48000/1001")]
    [InlineData("119.88", 120000, 1001, "120000/1001")]
    [InlineData("12.5", 25, 2, "25/2")]
    [InlineData("23.9", 239, 10, "239/10")]
    public void A_rate_is_read_as_its_exact_fraction(string text, int numerator, int denominator, string written)
    {
        var rate = FrameRate.Parse(text);

        rate.Should().Be(new FrameRate(numerator, denominator));
        rate.ToString().Should().Be(written);
        FrameRate.Parse(written).Should().Be(rate);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-24")]
    [InlineData("24/0")]
    [InlineData("1001")]
    [InlineData("24/1/1")]
    [InlineData("NaN")]
    [InlineData("24,5")]
    [InlineData("1e2")]
    [InlineData("24 fps")]
    [InlineData("2147483648/1")]
    [InlineData("111111111111111111111111111111")]
    public void What_is_not_a_rate_is_refused(string? text) => FrameRate.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Seconds_are_an_exact_fraction()
    {
        FrameRate.FilmOnNtsc.SecondsOf(24).Should().Be((1001, 1000));
        FrameRate.FilmOnNtsc.SecondsOf(1).Should().Be((1001, 24000));
        FrameRate.Pal.SecondsOf(50).Should().Be((2, 1));
        FrameRate.Ntsc.SecondsOf(0).Should().Be((0, 1));
    }

    [Fact]
    public void Frames_to_seconds_and_back_gives_the_same_frames()
    {
        foreach (var rate in new[] { FrameRate.Film, FrameRate.FilmOnNtsc, FrameRate.Ntsc, FrameRate.NtscDouble, FrameRate.Pal })
        {
            for (long frames = 0; frames < 1_000_000; frames = frames * 3 + 1)
            {
                var (numerator, denominator) = rate.SecondsOf(frames);
                rate.FramesIn((decimal)numerator / denominator).Should().Be(frames);
            }
        }
    }

    [Fact]
    public void The_double_is_the_closest_one() => FrameRate.FilmOnNtsc.ToDouble().Should().Be(23.976023976023978);

    [Fact]
    public void The_default_is_24() => default(FrameRate).Should().Be(FrameRate.Film);

    [Fact]
    public void Rates_compare_by_speed() => (FrameRate.FilmOnNtsc < FrameRate.Film && FrameRate.Film < FrameRate.Pal).Should().BeTrue();
}
