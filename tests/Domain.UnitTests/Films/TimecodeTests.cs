using Director.Domain.Films;

namespace Director.Domain.UnitTests.Films;

public sealed class TimecodeTests
{
    [Theory]
    [InlineData(107892, "30000/1001", true, "01:00:00;00")]
    [InlineData(107892, "30000/1001", false, "00:59:56:12")]
    [InlineData(17982, "30000/1001", true, "00:10:00;00")]
    [InlineData(1800, "30000/1001", true, "00:01:00;02")]
    [InlineData(1799, "30000/1001", true, "00:00:59;29")]
    [InlineData(107957, "30000/1001", false, "00:59:58:17")]
    [InlineData(35964, "60000/1001", true, "00:10:00;00")]
    [InlineData(3600, "60000/1001", true, "00:01:00;04")]
    [InlineData(86400, "24", false, "01:00:00:00")]
    [InlineData(86399, "24000/1001", false, "00:59:59:23")]
    public void A_frame_has_its_label_and_the_label_its_frame(long frame, string rate, bool dropFrame, string label)
    {
        var timecode = new Timecode(frame, FrameRate.Parse(rate), dropFrame);

        timecode.ToString().Should().Be(label);
        Timecode.Parse(label, FrameRate.Parse(rate)).Should().Be(timecode);
    }

    [Theory]
    [InlineData("00:01:00;00", "29.97")]
    [InlineData("00:01:00;01", "29.97")]
    [InlineData("00:59:00;00", "29.97")]
    [InlineData("00:01:00;03", "59.94")]
    [InlineData("00:01:00;02", "24")]
    [InlineData("00:01:00;02", "30")]
    [InlineData("00:01:00;02", "23.976")]
    [InlineData("00:00:00:24", "24")]
    [InlineData("00:00:60:00", "24")]
    [InlineData("00:60:00:00", "24")]
    [InlineData("24:00:00:00", "24")]
    [InlineData("0:00:00:00", "24")]
    [InlineData("00:00:00.00", "24")]
    [InlineData("-1:00:00:00", "24")]
    [InlineData("", "24")]
    [InlineData(null, "24")]
    public void A_label_that_names_no_frame_is_refused(string? label, string rate) =>
        Timecode.TryParse(label, FrameRate.Parse(rate), out _).Should().BeFalse();

    [Theory]
    [InlineData("24")]
    [InlineData("25")]
    [InlineData("24000/1001")]
    [InlineData("30")]
    public void Drop_frame_exists_at_29_97_and_59_94_only(string rate) =>
        FluentActions.Invoking(() => new Timecode(0, FrameRate.Parse(rate), dropFrame: true)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_negative_frame_and_one_beyond_the_day_are_refused()
    {
        FluentActions.Invoking(() => new Timecode(-1, FrameRate.Film)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Timecode(24 * 3600 * 24, FrameRate.Film)).Should().Throw<ArgumentOutOfRangeException>();
        new Timecode(24 * 3600 * 24 - 1, FrameRate.Film).ToString().Should().Be("23:59:59:23");
    }

    [Theory]
    [InlineData("24", false)]
    [InlineData("25", false)]
    [InlineData("30000/1001", true)]
    [InlineData("60000/1001", true)]
    [InlineData("30000/1001", false)]
    public void Labels_rise_and_read_back_over_the_whole_day(string text, bool dropFrame)
    {
        var rate = FrameRate.Parse(text);
        var last = "";
        for (long frame = 0; frame < Timecode.FramesADay(rate, dropFrame); frame += frame < 40_000 ? 1 : 997)
        {
            var label = new Timecode(frame, rate, dropFrame).ToString();
            string.CompareOrdinal(label, last).Should().BePositive();
            Timecode.Parse(label, rate).Frame.Should().Be(frame);
            last = label;
        }
    }
}
