namespace Director.Domain.Generation;

/// <summary>What one attempt is expected to cost: the provider's price, and what that is in the workspace's currency.</summary>
/// <param name="Price">The provider's price, in its currency.</param>
/// <param name="Rate">What one unit of the provider's currency was worth in the workspace's when it was asked for; 1 when they are the same.</param>
/// <param name="Estimate">The price in the workspace's currency.</param>
public sealed record Quote(Money Price, decimal Rate, Money Estimate)
{
    /// <summary>A price in the workspace's own currency.</summary>
    public static Quote Of(Money price) => new(price, 1, price);
}
