using Director.Domain.Common;

namespace Director.Domain.UnitTests.Common;

public sealed class OrderKeyTests
{
    [Fact]
    public void Ten_thousand_keys_appended_stay_short_and_rise() => Grow(key => OrderKey.Between(key, null), rising: true);

    [Fact]
    public void Ten_thousand_keys_prepended_stay_short_and_fall() => Grow(key => OrderKey.Between(null, key), rising: false);

    private static void Grow(Func<OrderKey, OrderKey> next, bool rising)
    {
        var key = OrderKey.First;
        for (var round = 0; round < 10_000; round++)
        {
            var following = next(key);
            (rising ? key < following : following < key).Should().BeTrue();
            key = following;
        }

        key.Value.Length.Should().BeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Keys_inserted_anywhere_are_between_their_neighbours_and_read_back()
    {
        var random = new Random(11);
        var keys = new List<OrderKey>();
        for (var round = 0; round < 5_000; round++)
        {
            var at = random.Next(keys.Count + 1);
            OrderKey? before = at > 0 ? keys[at - 1] : null;
            OrderKey? after = at < keys.Count ? keys[at] : null;
            var key = OrderKey.Between(before, after);
            if (before is { } low) (low < key).Should().BeTrue();
            if (after is { } high) (key < high).Should().BeTrue();
            OrderKey.Parse(key.Value).Should().Be(key);
            keys.Insert(at, key);
        }

        keys.Max(key => key.Value.Length).Should().BeLessThan(20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_gap_takes_a_thousand_insertions_and_then_says_no(bool left)
    {
        var (low, high) = (OrderKey.Parse("a0"), OrderKey.Parse("a1"));
        var count = 0;
        while (OrderKey.TryBetween(low, high, out var key))
        {
            (low < key && key < high && key.Value.Length <= OrderKey.MaxLength).Should().BeTrue();
            if (left) high = key;
            else low = key;
            count++;
        }

        count.Should().BeGreaterThan(1_000);
        FluentActions.Invoking(() => OrderKey.Between(low, high)).Should().Throw<InvalidOperationException>();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("a5", null)]
    [InlineData(null, "a5")]
    [InlineData("a5", "a6")]
    [InlineData("Zz", "a0")]
    public void A_sequence_rises_inside_its_bounds(string? before, string? after)
    {
        OrderKey? low = before is null ? null : OrderKey.Parse(before);
        OrderKey? high = after is null ? null : OrderKey.Parse(after);
        var keys = OrderKey.Sequence(1_000, low, high);

        keys.Should().HaveCount(1_000);
        keys.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        if (low is { } l) (l < keys[0]).Should().BeTrue();
        if (high is { } h) (keys[^1] < h).Should().BeTrue();
        keys.Max(key => key.Value.Length).Should().BeLessThan(8);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("a00")]
    [InlineData("a1V0")]
    [InlineData("b1")]
    [InlineData("a-")]
    [InlineData("A00000000000000000000000000")]
    public void What_this_type_does_not_make_is_refused(string? text) => OrderKey.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Neighbours_in_the_wrong_order_are_refused() =>
        FluentActions.Invoking(() => OrderKey.Between(OrderKey.Parse("a2"), OrderKey.Parse("a1"))).Should().Throw<ArgumentException>();
}
