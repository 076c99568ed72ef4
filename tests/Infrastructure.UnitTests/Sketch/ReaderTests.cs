using Director.Infrastructure.Providers.Sketch;
using Director.Infrastructure.Providers.Sketch.Reading;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("ECU", SketchSize.ExtremeCloseUp)]
    [InlineData("extreme close-up", SketchSize.ExtremeCloseUp)]
    [InlineData("ExtremeCloseUp", SketchSize.ExtremeCloseUp)]
    [InlineData("деталь", SketchSize.ExtremeCloseUp)]
    [InlineData("Close-Up", SketchSize.CloseUp)]
    [InlineData("крупный план", SketchSize.CloseUp)]
    [InlineData("medium close up", SketchSize.Medium)]
    [InlineData("mid shot", SketchSize.Medium)]
    [InlineData("средний", SketchSize.Medium)]
    [InlineData("wide", SketchSize.Wide)]
    [InlineData("FULL SHOT", SketchSize.Wide)]
    [InlineData("общий план", SketchSize.Wide)]
    [InlineData("extreme wide shot", SketchSize.ExtremeWide)]
    [InlineData("extreme_long", SketchSize.ExtremeWide)]
    [InlineData("дальний план", SketchSize.ExtremeWide)]
    [InlineData("nonsense", SketchSize.Medium)]
    public void Shot_sizes_are_known_by_their_usual_spellings(string spelling, SketchSize size) =>
        SketchReader.Read(new SketchFrame { Size = spelling }).Size.Should().Be(size);

    [Theory]
    [InlineData("low angle", SketchAngle.Low)]
    [InlineData("снизу", SketchAngle.Low)]
    [InlineData("bird's eye", SketchAngle.High)]
    [InlineData("overShoulder", SketchAngle.OverShoulder)]
    [InlineData("over-the-shoulder", SketchAngle.OverShoulder)]
    [InlineData("через плечо", SketchAngle.OverShoulder)]
    [InlineData("Dutch tilt", SketchAngle.Dutch)]
    [InlineData("eye-level", SketchAngle.Eye)]
    public void Angles_are_known_by_their_usual_spellings(string spelling, SketchAngle angle) =>
        SketchReader.Read(new SketchFrame { Angle = spelling }).Angle.Should().Be(angle);

    [Theory]
    [InlineData("locked off", SketchMove.None)]
    [InlineData("lockedOff", SketchMove.None)]
    [InlineData("slow push-in", SketchMove.PushIn)]
    [InlineData("dolly out", SketchMove.PullOut)]
    [InlineData("pan left", SketchMove.PanLeft)]
    [InlineData("панорама", SketchMove.PanRight)]
    [InlineData("tilt down", SketchMove.TiltDown)]
    [InlineData("crane", SketchMove.CraneUp)]
    [InlineData("tracking", SketchMove.TrackRight)]
    [InlineData("наезд", SketchMove.PushIn)]
    [InlineData("handheld", SketchMove.Handheld)]
    [InlineData(null, SketchMove.None)]
    public void Movements_are_known_by_their_usual_spellings(string? spelling, SketchMove move) =>
        SketchReader.Read(new SketchFrame { Movement = spelling, Text = "He pushes the door." }).Move.Should().Be(move);

    [Theory]
    [InlineData("EXT", "Harbour", "", SketchSetting.Harbour)]
    [InlineData("INT", "Lighthouse", "She waits.", SketchSetting.Room)]
    [InlineData("INT", "Lighthouse", "Up the stair with one lamp.", SketchSetting.Stair)]
    [InlineData("НАТ", "Улица", "", SketchSetting.Street)]
    [InlineData("ИНТ", "Кухня", "", SketchSetting.Kitchen)]
    [InlineData("EXT", "Office building", "", SketchSetting.Street)]
    [InlineData("INT", "Car", "", SketchSetting.Vehicle)]
    [InlineData(null, null, "Они бредут по пустыне.", SketchSetting.Desert)]
    [InlineData(null, null, "A hospital ward, morning.", SketchSetting.Hospital)]
    [InlineData(null, null, "Поезд стоит у перрона.", SketchSetting.Platform)]
    [InlineData("EXT", "Xyzzy", "", SketchSetting.Outdoors)]
    [InlineData("INT", "Xyzzy", "", SketchSetting.Room)]
    public void The_set_follows_heading_and_words_in_two_languages(string? intExt, string? location, string text, SketchSetting setting) =>
        SketchReader.Read(new SketchFrame { IntExt = intExt, Location = location, Text = text }).Setting.Should().Be(setting);

    [Theory]
    [InlineData("EXT", "sunset", SketchTime.Dusk)]
    [InlineData("НАТ", "рассвет", SketchTime.Dawn)]
    [InlineData("EXT", "НОЧЬ", SketchTime.Night)]
    [InlineData("INT", "night", SketchTime.Lamp)]
    [InlineData("INT", "day", SketchTime.Day)]
    [InlineData("EXT", null, SketchTime.Day)]
    public void Rooms_are_lamp_lit_at_night(string intExt, string? time, SketchTime expected) =>
        SketchReader.Read(new SketchFrame { IntExt = intExt, TimeOfDay = time }).Time.Should().Be(expected);

    [Theory]
    [InlineData("It rains.", SketchWeather.Rain)]
    [InlineData("Дождь стучит по крышам.", SketchWeather.Rain)]
    [InlineData("Метель.", SketchWeather.Snow)]
    [InlineData("Fog over the field.", SketchWeather.Fog)]
    [InlineData("Гроза.", SketchWeather.Storm)]
    [InlineData("Sun.", SketchWeather.Clear)]
    public void Weather_is_read_from_the_text(string text, SketchWeather weather) =>
        SketchReader.Read(new SketchFrame { Text = text, IntExt = "EXT" }).Weather.Should().Be(weather);

    [Fact]
    public void Whoever_the_text_names_first_leads()
    {
        SketchCastMember[] cast = [new("Anna"), new("Пётр"), new("The Captain")];

        SketchReader.Read(new SketchFrame { Text = "Петра ждёт Anna.", Cast = cast }).People.Select(p => p.Name).Should()
            .Equal("Пётр", "Anna", "The Captain");
        SketchReader.Read(new SketchFrame { Text = "The captain turns.", Cast = cast }).People[0].Name.Should().Be("The Captain");
        SketchReader.Read(new SketchFrame { Text = "Silence.", Cast = cast }).People.Select(p => p.Name).Should()
            .Equal("Anna", "Пётр", "The Captain");
    }

    [Fact]
    public void A_close_shot_of_a_thing_is_a_still_life_unless_somebody_is_cast()
    {
        var insert = new SketchFrame { Text = "Insert: the letter on the table.", Size = "CU" };

        SketchReader.Read(insert).StillLife.Should().BeTrue();
        SketchReader.Read(insert with { Cast = [new SketchCastMember("Vera")] }).StillLife.Should().BeFalse();
        SketchReader.Read(insert with { Text = "He decides." }).People.Should().ContainSingle();
        SketchReader.Read(insert with { Text = "The empty street.", Size = "EWS" }).People.Should().BeEmpty();
    }
}
