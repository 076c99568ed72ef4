namespace Director.Application.Generation;

/// <summary>What currencies are worth, as the operator has set it; nothing is looked up anywhere.</summary>
public interface IExchangeRates
{
    /// <summary>What one unit of <paramref name="from"/> is worth in <paramref name="to"/>; 1 for the same currency, null when nobody has said.</summary>
    decimal? Rate(string from, string to);
}
