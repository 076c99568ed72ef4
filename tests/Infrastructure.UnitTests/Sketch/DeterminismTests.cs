using System.Security.Cryptography;
using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class DeterminismTests
{
    [Fact]
    public void A_hundred_seeds_give_a_hundred_pictures()
    {
        var hashes = new string[100];
        // The take's seed is printed on the slate; the picture itself must differ.
        Parallel.For(0, hashes.Length, seed =>
        {
            var grid = Measures.Of(Shots.Draw(Shots.Street with { Seed = seed })).Grid(96, 52);
            hashes[seed] = Convert.ToHexString(SHA256.HashData(grid.Select(cell => (byte)cell).ToArray()));
        });

        hashes.Distinct().Should().HaveCount(100);
    }

    [Theory]
    [InlineData(SketchFormat.Webp)]
    [InlineData(SketchFormat.Png)]
    public void The_same_shot_and_seed_give_the_same_bytes_on_any_thread(SketchFormat format)
    {
        var options = Shots.Small with { Format = format };
        var frame = Shots.Street with { Text = "Шторм. Вера бежит по улице.", Movement = "track left", Weather = "storm" };
        var first = Shots.Draw(frame, options).Bytes.ToArray();
        var others = new byte[4][];
        // Other shots are drawn in between, on the same threads.
        Parallel.For(0, others.Length, k =>
        {
            Shots.Draw(frame with { Seed = k, Size = "CU", Location = "Forest" });
            others[k] = Shots.Draw(frame with { Cast = [.. frame.Cast] }, options).Bytes.ToArray();
        });

        others.Should().AllSatisfy(bytes => bytes.SequenceEqual(first).Should().BeTrue());
    }

    [Fact]
    public void The_reader_s_culture_does_not_change_the_picture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var first = Shots.Draw(Shots.Street).Bytes.ToArray();
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("ru-RU");
            Shots.Draw(Shots.Street).Bytes.Span.SequenceEqual(first).Should().BeTrue();
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            Shots.Draw(Shots.Street).Bytes.Span.SequenceEqual(first).Should().BeTrue();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_seed_changes_placement_but_not_who_is_there()
    {
        var shot = Shots.Street with { Cast = [new SketchCastMember("Vera", "#c7923a", "coat")], Size = "WS" };
        var shares = Enumerable.Range(0, 6).Select(seed =>
            Measures.Of(shot with { Seed = seed }).DifferenceTo(Measures.Of(shot with
            {
                Seed = seed,
                Cast = [new SketchCastMember("Vera", "#3a6fc7", "coat")]
            })).Share).ToList();

        shares.Max().Should().BeLessThan(2 * shares.Min(), "the figure keeps its size");
    }
}
