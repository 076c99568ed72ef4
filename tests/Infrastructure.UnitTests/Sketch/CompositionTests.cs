using Director.Infrastructure.Providers.Sketch;

namespace Director.Infrastructure.UnitTests.Sketch;

public sealed class CompositionTests
{
    private const int Columns = 48;
    private const int Rows = 26;

    /// <summary>Of 1,248 cells; the arrows of a movement alone cover about forty.</summary>
    private const int FewestCellsApart = 20;

    public static TheoryData<string, string, string[]> Places => new()
    {
        { "City street", "EXT", ["locked off", "pan right", "push in", "crane up"] },
        { "Kitchen", "INT", ["locked off", "push in"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Five_sizes_by_five_angles_by_the_movements_compose_pairwise_differently(string location, string intExt, string[] movements)
    {
        var recipes = (from size in Shots.Sizes from angle in Shots.Angles from movement in movements select (size, angle, movement))
            .ToArray();
        var grids = new double[recipes.Length][];
        Parallel.For(0, recipes.Length, k => grids[k] = Measures.Of(Shots.Draw(Shots.Street with
        {
            Location = location,
            IntExt = intExt,
            Size = recipes[k].size,
            Angle = recipes[k].angle,
            Movement = recipes[k].movement,
        })).Grid(Columns, Rows));

        var alike = from one in Enumerable.Range(0, recipes.Length)
                    from other in Enumerable.Range(one + 1, recipes.Length - one - 1)
                    let apart = Measures.CellsApart(grids[one], grids[other])
                    where apart < FewestCellsApart
                    select $"{recipes[one]} and {recipes[other]}: {apart}";

        alike.Should().BeEmpty();
    }

    [Theory]
    [InlineData("low", .80)]
    [InlineData("eye", .60)]
    [InlineData("high", .25)]
    public void The_horizon_stands_where_the_angle_puts_it(string angle, double expected)
    {
        var sea = new SketchFrame
        {
            Text = "Nothing but water.",
            Location = "Open sea",
            IntExt = "EXT",
            TimeOfDay = "day",
            Size = "EWS",
            Angle = angle,
            Seed = 5
        };

        Measures.Of(sea).DarkestLine().Should().BeApproximately(expected, .02);
    }

    [Fact]
    public void A_closer_size_shows_more_of_the_person()
    {
        double Share(string size)
        {
            var shot = Shots.Street with { Size = size, Cast = [new SketchCastMember("Vera", "#c7923a", "coat")] };
            var bluer = shot with { Cast = [new SketchCastMember("Vera", "#3a6fc7", "coat")] };
            return Measures.Of(shot).DifferenceTo(Measures.Of(bluer)).Share;
        }

        Share("MS").Should().BeGreaterThan(2 * Share("WS"));
        Share("WS").Should().BeGreaterThan(4 * Share("EWS"));
    }

    [Fact]
    public void Day_is_brighter_than_dusk_and_dusk_brighter_than_night()
    {
        double Light(string time) => Measures.Of(Shots.Street with { TimeOfDay = time, Size = "WS" }).Grid(8, 8).Average();

        Light("day").Should().BeGreaterThan(Light("dusk") + 15);
        Light("dusk").Should().BeGreaterThan(Light("night") + 10);
    }

    [Fact]
    public void Rain_is_drawn_when_the_text_has_it()
    {
        var dry = Shots.Street with { Size = "WS" };
        var wet = Measures.Of(dry with { Weather = "rain" });

        Measures.Of(dry).DifferenceTo(wet).Share.Should().BeGreaterThan(.01);
    }
}
