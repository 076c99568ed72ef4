using Director.Domain.Films;

namespace Director.Domain.UnitTests.Films;

public sealed class AspectRatioTests
{
    [Theory]
    [InlineData("16:9", "16:9", 1920, 1080)]
    [InlineData("2.39:1", "2.39:1", 1920, 804)]
    [InlineData("1.85", "1.85:1", 1920, 1038)]
    [InlineData("4:3", "4:3", 1920, 1440)]
    [InlineData("9:16", "9:16", 1080, 1920)]
    [InlineData("1x1", "1:1", 1920, 1920)]
    public void A_ratio_is_read_written_and_measured_out(string text, string written, int width, int height)
    {
        var ratio = AspectRatio.Parse(text);

        ratio.ToString().Should().Be(written);
        ratio.PixelsFor(1920).Should().Be((width, height));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0:9")]
    [InlineData("16:")]
    [InlineData("11:1")]
    [InlineData("1:11")]
    [InlineData("-16:9")]
    [InlineData("wide")]
    public void What_is_not_a_ratio_is_refused(string? text) => AspectRatio.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void The_default_is_16_to_9() => default(AspectRatio).Should().Be(AspectRatio.Wide);
}
