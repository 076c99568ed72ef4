using Director.Application.Interchange.Screenplays;

namespace Director.Application.UnitTests.Interchange;

public sealed class SceneHeadingTests
{
    [Theory]
    [InlineData("INT. KITCHEN - NIGHT", "INT", "KITCHEN", "NIGHT", null)]
    [InlineData("INT.  ANNA’S ROOM – NIGHT (1973)", "INT", "ANNA’S ROOM", "NIGHT", "(1973)")]
    [InlineData("EXT. PIER - DAY - FLASHBACK (1944)", "EXT", "PIER", "DAY", "FLASHBACK (1944)")]
    [InlineData("INT/EXT. CAR / ROAD - MOMENTS LATER", "INT/EXT", "CAR / ROAD", "MOMENTS LATER", null)]
    [InlineData("I/E. CAR - DAY", "INT/EXT", "CAR", "DAY", null)]
    [InlineData("INT./EXT. CAR", "INT/EXT", "CAR", null, null)]
    [InlineData("EST. HARBOUR - DAWN", "EST", "HARBOUR", "DAWN", null)]
    [InlineData("EXT HOUSE DAY", "EXT", "HOUSE", "DAY", null)]
    [InlineData("INT - HOUSE - DAY", "INT", "HOUSE", "DAY", null)]
    [InlineData("INT. HOUSE - CELLAR", "INT", "HOUSE - CELLAR", null, null)]
    [InlineData("ИНТ. КВАРТИРА. КУХНЯ. ДЕНЬ", "INT", "КВАРТИРА. КУХНЯ", "ДЕНЬ", null)]
    [InlineData("НАТ. МАЯК — НОЧЬ", "EXT", "МАЯК", "НОЧЬ", null)]
    [InlineData("ИНТ./НАТ. МАШИНА - УТРО", "INT/EXT", "МАШИНА", "УТРО", null)]
    [InlineData("KITCHEN", null, "KITCHEN", null, null)]
    public void A_heading_is_taken_apart(string text, string? intExt, string? location, string? time, string? setting)
    {
        var heading = SceneHeading.Parse(text);

        (heading.IntExt, heading.Location, heading.TimeOfDay, heading.Setting).Should().Be((intExt, location, time, setting));
    }

    [Theory]
    [InlineData("INT. A", true)]
    [InlineData("int. a", true)]
    [InlineData("ЭКСТ. ЛЕС", true)]
    [InlineData("INTERCUT WITH:", false)]
    [InlineData("EXTREME CLOSE-UP", false)]
    [InlineData("I am here", false)]
    [InlineData("E. coli", false)]
    [InlineData("INT.", false)]
    [InlineData("Натан входит", false)]
    public void A_heading_is_told_by_its_start(string line, bool expected) => SceneHeading.StartsLikeOne(line).Should().Be(expected);
}
