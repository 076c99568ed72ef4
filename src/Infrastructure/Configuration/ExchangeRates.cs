using System.Globalization;
using Director.Application.Generation;
using Microsoft.Extensions.Configuration;

namespace Director.Infrastructure.Configuration;

/// <summary>Rates from the settings: <c>Money__Rates__USDEUR=0.92</c> says that one US dollar is worth 0.92 euro, and so what a euro is worth.</summary>
internal sealed class ExchangeRates : IExchangeRates
{
    private readonly Dictionary<string, decimal> rates = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidSettingException">A rate that is no positive number between two currencies.</exception>
    public ExchangeRates(IConfiguration configuration)
    {
        foreach (var set in configuration.GetSection("Money:Rates").GetChildren())
        {
            if (set.Key.Length != 6 || !set.Key.All(char.IsAsciiLetter) || !decimal.TryParse(set.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate is <= 0 or > 1_000_000)
                throw new InvalidSettingException($"Money__Rates__{set.Key}", "is not what one unit of the first currency is worth in the second, such as Money__Rates__USDEUR=0.92.");
            rates[set.Key] = rate;
        }
    }

    public decimal? Rate(string from, string to) =>
        from == to ? 1
        : rates.TryGetValue(from + to, out var there) ? there
        : rates.TryGetValue(to + from, out var back) ? decimal.Round(1 / back, 12)
        : null;
}
