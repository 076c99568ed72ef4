using Director.Domain.Common;
using FsCheck.Xunit;

namespace Director.Domain.UnitTests.Common;

/// <summary>What holds for order keys whatever is moved where.</summary>
public sealed class OrderKeyProperties
{
    [Property(MaxTest = 300)]
    public void Insertions_anywhere_keep_every_key_between_its_neighbours(ushort[] places)
    {
        var keys = new List<OrderKey> { OrderKey.First };
        foreach (var place in places)
        {
            var at = place % (keys.Count + 1);
            OrderKey? before = at == 0 ? null : keys[at - 1], after = at == keys.Count ? null : keys[at];
            keys.Insert(at, OrderKey.Between(before, after));
        }

        keys.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        keys.Should().OnlyContain(k => OrderKey.Parse(k.Value) == k);
    }

    [Property]
    public void Text_of_any_kind_is_a_key_or_none_and_never_a_fault(string? text)
    {
        if (OrderKey.TryParse(text, out var key)) key.Value.Should().Be(text);
    }
}
