using Director.Domain.Common;

namespace Director.Domain.Generation;

/// <summary>An exact amount in one currency; up to 13 digits before the point and 6 behind it (<c>numeric(19,6)</c>). Rounded only for display.</summary>
public sealed record Money
{
    private const decimal Limit = 9_999_999_999_999m;

    private Money(decimal amount, string currency) => (Amount, Currency) = (amount, currency);

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; }

    /// <summary>Nothing, in a currency.</summary>
    public static Money Free(string currency) => Of(0, currency).Value;

    /// <summary>Makes an amount, or refuses one that cannot be kept exactly.</summary>
    public static Result<Money> Of(decimal amount, string? currency) =>
        currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper) ? GenerationErrors.Currency
        : amount is < 0 or > Limit || decimal.Round(amount, 6) != amount ? GenerationErrors.Amount
        : new Money(amount, currency);

    /// <summary>The sum of two amounts of one currency; adding two currencies is a bug.</summary>
    public Money Plus(Money other) => other.Currency == Currency
        ? Of(Amount + other.Amount, Currency).Value
        : throw new InvalidOperationException($"{Currency} and {other.Currency} cannot be added.");

    /// <summary>The same value in another currency, rounded half up to the sixth decimal.</summary>
    /// <param name="rate">What one unit of this currency is worth in the other.</param>
    /// <param name="currency">The other; ISO 4217.</param>
    public Result<Money> Into(string currency, decimal rate) =>
        rate is <= 0 or > 1_000_000 ? GenerationErrors.Amount : Of(decimal.Round(Amount * rate, 6, MidpointRounding.AwayFromZero), currency);

    /// <summary>So many times this amount.</summary>
    public Money Times(int count) => Of(Amount * count, Currency).Value;
}
