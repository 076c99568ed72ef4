using Director.Domain.Films;
using FsCheck.Xunit;

namespace Director.Domain.UnitTests.Films;

/// <summary>What holds for timecode at any frame of the day.</summary>
public sealed class TimecodeProperties
{
    private static readonly (FrameRate Rate, bool Drop)[] Rates =
        [(FrameRate.Film, false), (FrameRate.Pal, false), (FrameRate.FilmOnNtsc, false), (FrameRate.Ntsc, false), (FrameRate.Ntsc, true), (FrameRate.NtscDouble, true)];

    [Property(MaxTest = 1_000)]
    public void A_label_leads_back_to_its_frame(uint number, byte which)
    {
        var (rate, drop) = Rates[which % Rates.Length];
        var frame = number % Timecode.FramesADay(rate, drop);
        var timecode = new Timecode(frame, rate, drop);

        Timecode.Parse(timecode.ToString(), rate).Should().Be(timecode);
    }

    [Property(MaxTest = 500)]
    public void Later_frames_have_later_labels(uint number, byte which)
    {
        var (rate, drop) = Rates[which % Rates.Length];
        var frame = number % (Timecode.FramesADay(rate, drop) - 1);

        string.CompareOrdinal(new Timecode(frame, rate, drop).ToString(), new Timecode(frame + 1, rate, drop).ToString()).Should().BeNegative();
    }

    [Property]
    public void Text_of_any_kind_is_a_label_or_none_and_never_a_fault(string? text) => Timecode.TryParse(text, FrameRate.Ntsc, out _).Should().Be(Timecode.TryParse(text, FrameRate.Ntsc, out _));
}
