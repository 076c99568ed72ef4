using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class HostileInputTests
{
    public static TheoryData<string> Texts =>
    [
        "",
        " ",
        "\0",
        "\0\0INT.\0КУХНЯ\0",
        "🎬🔥👩‍👩‍👧‍👦 🏴‍☠️",
        "\ud83d lone surrogates \udc00",
        "שלום עולם — مرحبا بالعالم \u202e\u202d",
        "e\u0301\u0301\u0301\u0301\u0301 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
        "||**| * |*| \" ' <svg onload=alert(1)> {0} %s",
        new string('я', 10_000),
        string.Concat(Enumerable.Repeat("close-up wide night day rain kitchen sea Ольга ", 250)),
        new string('\u0301', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_in_any_field_is_drawn(string text)
    {
        var everything = new SketchFrame
        {
            Text = text,
            Dialogue = text,
            Prompt = text,
            Size = text,
            Angle = text,
            Movement = text,
            TimeOfDay = text,
            IntExt = text,
            Location = text,
            Weather = text,
            Mood = text,
            Lens = text,
            Cast = [new SketchCastMember(text, text, text), new SketchCastMember("", null, null),
                new SketchCastMember("Vera", "#zzz", text)],
            AspectRatio = double.PositiveInfinity,
            Seed = long.MinValue,
            FilmTitle = text,
            SceneNumber = text,
            ShotCode = text,
            TakeNumber = int.MinValue,
            Timecode = text,
        };

        Measures.Of(Shots.Draw(everything)).Width.Should().Be(960);
        Measures.Of(Shots.Draw(new SketchFrame { Text = text, Seed = long.MaxValue, TakeNumber = int.MaxValue })).Width.Should().Be(960);
    }

    [Fact]
    public void Nulls_where_none_are_declared_are_drawn_too() =>
        Measures.Of(Shots.Draw(new SketchFrame { Text = null!, Cast = null! })).Width.Should().Be(960);

    [Fact]
    public void A_crowd_of_a_cast_is_drawn()
    {
        var cast = Enumerable.Range(0, 500).Select(k => new SketchCastMember($"Person {k}")).ToList();
        foreach (var size in Shots.Sizes)
            Measures.Of(Shots.Draw(Shots.Street with { Cast = cast, Size = size })).Width.Should().Be(960);
    }
}
