using System.Buffers;

namespace Director.Domain.Common;

/// <summary>
/// A place among siblings as a string that is compared ordinally (byte by byte; <c>COLLATE "C"</c> in the database). Between any two keys
/// there is always another, so one row moves without touching its neighbours.
/// </summary>
/// <remarks>
/// A key is a whole number followed by a fraction, both in base 62. The first character of the whole number says how many digits follow it
/// ('a' one, 'b' two …; below zero 'Z' one, 'Y' two …), which makes numbers of different length compare right and lets a list grow at
/// either end for ever: 10,000 keys appended one by one end at four characters. Inserting again and again into the same gap costs one
/// character for about six insertions, so about 1,500 fit before <see cref="MaxLength"/>; then <see cref="TryBetween"/> says no and
/// the siblings are laid out anew with <see cref="Sequence"/>.
/// </remarks>
public readonly record struct OrderKey : IComparable<OrderKey>
{
    /// <summary>Longest key, in characters; the column's length too.</summary>
    public const int MaxLength = 255;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Base = 62;
    private static readonly SearchValues<char> DigitSet = SearchValues.Create(Digits);
    private const string Zero = "a0";

    private readonly string? value;

    private OrderKey(string value) => this.value = value;

    /// <summary>The key of an only child, and of <c>default</c>.</summary>
    public static OrderKey First => default;

    public string Value => value ?? Zero;

    public int CompareTo(OrderKey other) => string.CompareOrdinal(Value, other.Value);

    public bool Equals(OrderKey other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    public static bool operator <(OrderKey left, OrderKey right) => left.CompareTo(right) < 0;

    public static bool operator >(OrderKey left, OrderKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(OrderKey left, OrderKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OrderKey left, OrderKey right) => left.CompareTo(right) >= 0;

    /// <summary>A key after <paramref name="before"/> and before <paramref name="after"/>; null stands for the end of the list on that side.</summary>
    /// <exception cref="ArgumentException"><paramref name="before"/> is not below <paramref name="after"/>.</exception>
    /// <exception cref="InvalidOperationException">The gap is used up (see the remarks).</exception>
    public static OrderKey Between(OrderKey? before, OrderKey? after) => TryBetween(before, after, out var key)
        ? key
        : throw new InvalidOperationException($"There is no key of {MaxLength} characters between '{before}' and '{after}'.");

    /// <summary>Like <see cref="Between"/>, but false when the gap is used up.</summary>
    /// <exception cref="ArgumentException"><paramref name="before"/> is not below <paramref name="after"/>.</exception>
    public static bool TryBetween(OrderKey? before, OrderKey? after, out OrderKey key)
    {
        if (before is { } low && after is { } high && low >= high)
            throw new ArgumentException($"'{low}' does not come before '{high}'.", nameof(before));
        var text = Make(before?.Value, after?.Value);
        var fits = text.Length <= MaxLength;
        key = fits ? new OrderKey(text) : default;
        return fits;
    }

    /// <summary>
    /// <paramref name="count"/> rising keys after <paramref name="before"/> and before <paramref name="after"/>, as short as they can be:
    /// at an open end they count up, inside a gap they halve it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The gap is used up.</exception>
    public static IReadOnlyList<OrderKey> Sequence(int count, OrderKey? before = null, OrderKey? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var keys = new OrderKey[count];
        if (after is null)
        {
            for (var index = 0; index < count; index++) before = keys[index] = Between(before, null);
        }
        else if (before is null)
        {
            for (var index = count - 1; index >= 0; index--) after = keys[index] = Between(null, after);
        }
        else
        {
            Halve(keys, before.Value, after.Value);
        }

        return keys;
    }

    /// <summary>Reads a key that was stored; false for anything this type does not make.</summary>
    public static bool TryParse(string? text, out OrderKey key)
    {
        key = default;
        if (text is null || text.Length is 0 or > MaxLength || text.AsSpan().ContainsAnyExcept(DigitSet)) return false;
        var whole = WholeLength(text[0]);
        // A trailing zero would be a second name for the same place, with nothing between the two.
        if (whole == 0 || text.Length < whole || text.Length > whole && text[^1] == '0' || text == Smallest) return false;
        key = new OrderKey(text);
        return true;
    }

    /// <exception cref="FormatException">The text is not an order key.</exception>
    public static OrderKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not an order key.");

    private static readonly string Smallest = "A" + new string('0', 26);

    private static void Halve(Span<OrderKey> keys, OrderKey before, OrderKey after)
    {
        if (keys.IsEmpty) return;
        var middle = keys.Length / 2;
        var key = keys[middle] = Between(before, after);
        Halve(keys[..middle], before, key);
        Halve(keys[(middle + 1)..], key, after);
    }

    private static string Make(string? low, string? high)
    {
        if (low is null && high is null) return Zero;
        if (low is null)
        {
            var (whole, fraction) = Split(high!);
            if (fraction.Length > 0 && whole != Smallest) return whole;
            return Step(whole, up: false) is { } less && less != Smallest ? less : whole + Middle("", fraction);
        }

        var (lowWhole, lowFraction) = Split(low);
        if (high is not null && Split(high) is var (highWhole, highFraction) && highWhole == lowWhole)
            return lowWhole + Middle(lowFraction, highFraction);
        return Step(lowWhole, up: true) is { } more && (high is null || string.CompareOrdinal(more, high) < 0)
            ? more
            : lowWhole + Middle(lowFraction, null);
    }

    private static (string Whole, string Fraction) Split(string key)
    {
        var length = WholeLength(key[0]);
        return (key[..length], key[length..]);
    }

    /// <summary>Characters of the whole number, its head included; 0 when the head is not a letter.</summary>
    private static int WholeLength(char head) => head switch
    {
        >= 'a' and <= 'z' => head - 'a' + 2,
        >= 'A' and <= 'Z' => 'Z' - head + 2,
        _ => 0,
    };

    /// <summary>The next whole number up or down; null past either end of the range.</summary>
    private static string? Step(string whole, bool up)
    {
        var digits = whole.ToCharArray(1, whole.Length - 1);
        var (spent, fresh) = up ? (Digits[^1], Digits[0]) : (Digits[0], Digits[^1]);
        for (var place = digits.Length - 1; place >= 0; place--)
        {
            if (digits[place] != spent)
            {
                digits[place] = Digits[Digits.IndexOf(digits[place], StringComparison.Ordinal) + (up ? 1 : -1)];
                return whole[0] + new string(digits);
            }

            digits[place] = fresh;
        }

        // Every digit turned over: the number changes its length, or its sign.
        var head = (whole[0], up) switch
        {
            ('Z', true) => 'a',
            ('a', false) => 'Z',
            ('z', true) or ('A', false) => '\0',
            (var letter, true) => (char)(letter + 1),
            (var letter, false) => (char)(letter - 1),
        };
        return head == '\0' ? null : head + new string(fresh, WholeLength(head) - 1);
    }

    /// <summary>The shortest fraction between two fractions; a null <paramref name="high"/> is one.</summary>
    private static string Middle(string low, string? high)
    {
        var shared = 0;
        if (high is not null)
        {
            while (shared < high.Length && (shared < low.Length ? low[shared] : '0') == high[shared]) shared++;
        }

        var prefix = high is null ? "" : high[..shared];
        low = shared < low.Length ? low[shared..] : "";
        high = high?[shared..];

        var lowDigit = low.Length > 0 ? Digits.IndexOf(low[0], StringComparison.Ordinal) : 0;
        var highDigit = high is null ? Base : Digits.IndexOf(high[0], StringComparison.Ordinal);
        if (highDigit - lowDigit > 1) return prefix + Digits[(lowDigit + highDigit + 1) / 2];
        if (high is { Length: > 1 }) return prefix + high[0];
        return prefix + Digits[lowDigit] + Middle(low.Length > 0 ? low[1..] : "", null);
    }
}
