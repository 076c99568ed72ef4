using Director.Infrastructure.Providers.Sketch;
using SkiaSharp;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class FormatTests
{
    [Theory]
    [InlineData(16d / 9, 1280, 720)]
    [InlineData(2.39, 1280, 536)]
    [InlineData(4d / 3, 1280, 960)]
    [InlineData(1, 1280, 1280)]
    [InlineData(9d / 16, 960, 1708)]
    [InlineData(double.NaN, 1280, 720)]
    [InlineData(-1, 1280, 720)]
    [InlineData(100, 1280, 428)]
    public void A_frame_has_the_film_s_shape_and_at_least_960_pixels_across(double aspect, int width, int height)
    {
        var picture = new SketchArtist().Draw(Shots.Street with { AspectRatio = aspect });

        using var bitmap = SKBitmap.Decode(picture.Bytes.ToArray());
        (bitmap.Width, bitmap.Height).Should().Be((picture.Width, picture.Height));
        picture.Width.Should().Be(width).And.BeGreaterThanOrEqualTo(960);
        picture.Height.Should().BeCloseTo(height, 2);
    }

    [Theory]
    [InlineData(SketchFormat.Webp, "image/webp", SKEncodedImageFormat.Webp)]
    [InlineData(SketchFormat.Png, "image/png", SKEncodedImageFormat.Png)]
    public void The_content_type_is_that_of_the_file(SketchFormat format, string contentType, SKEncodedImageFormat expected)
    {
        var picture = Shots.Draw(Shots.Street, Shots.Small with { Format = format });

        picture.ContentType.Should().Be(contentType);
        using var codec = SKCodec.Create(new MemoryStream(picture.Bytes.ToArray()));
        codec.EncodedFormat.Should().Be(expected);
    }

    [Theory]
    [InlineData(0, 960)]
    [InlineData(200, 960)]
    [InlineData(1920, 1920)]
    [InlineData(1_000_000, 3840)]
    public void The_long_edge_is_held_within_what_is_sensible(int asked, int expected) =>
        Shots.Draw(Shots.Street, new SketchOptions { LongEdge = asked, Quality = 1 }).Width.Should().Be(expected);

    [Theory]
    [InlineData("ECU")]
    [InlineData("CU")]
    [InlineData("MS")]
    [InlineData("WS")]
    [InlineData("EWS")]
    public void Every_shape_is_filled_to_its_edges(string size)
    {
        foreach (var aspect in new[] { 16d / 9, 2.39, 4d / 3, 9d / 16 })
        {
            foreach (var location in new[] { "Kitchen", "Harbour" })
            {
                var picture = Measures.Of(Shots.Draw(Shots.Street with
                {
                    AspectRatio = aspect,
                    Size = size,
                    Location = location,
                    IntExt = null,
                    Angle = "dutch"
                }));
                foreach (var (x, y) in new[] { (0, 0), (picture.Width - 1, 0), (0, picture.Height / 2),
                    (picture.Width - 1, picture.Height / 2), (picture.Width / 2, 0) })
                    Measures.Luminance(picture.At(x, y)).Should().BeGreaterThan(2, $"{size} at {aspect:0.##} is painted at {x},{y}");
            }
        }
    }
}
