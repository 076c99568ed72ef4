namespace Director.Infrastructure.Providers.Sketch.Reading;

/// <summary>Things of the text that a set or a still life can show.</summary>
[Flags]
public enum SketchProp
{
#pragma warning disable CS1591 // The names say it all.
    None = 0,
    Lighthouse = 1,
    Boat = 1 << 1,
    Car = 1 << 2,
    Window = 1 << 3,
    Lamp = 1 << 4,
    Table = 1 << 5,
    Book = 1 << 6,
    Fire = 1 << 7,
    Train = 1 << 8,
    Letter = 1 << 9,
    Phone = 1 << 10,
    Cup = 1 << 11,
    Key = 1 << 12,
    Gun = 1 << 13,
    Clock = 1 << 14,
    Screen = 1 << 15,
    Door = 1 << 16,
    Bottle = 1 << 17,
    Flower = 1 << 18,
    Moon = 1 << 19,
    Unlit = 1 << 20,
    Crowd = 1 << 21,
    Bird = 1 << 22,
    Photo = 1 << 23,
    House = 1 << 24,
    Case = 1 << 25,
    Knife = 1 << 26,
#pragma warning restore CS1591
}
