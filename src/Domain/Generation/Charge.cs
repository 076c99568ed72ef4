namespace Director.Domain.Generation;

/// <summary>What one attempt is charged with: the amount that budgets and sums count, and where it comes from.</summary>
/// <param name="Cost">In the workspace's currency.</param>
/// <param name="Provider">What the provider said, in its currency; null when it said nothing.</param>
/// <param name="Rate">What one unit of the provider's currency was worth in the workspace's.</param>
/// <param name="Assumed">Whether the estimate was taken because the provider may charge and did not say how much.</param>
public sealed record Charge(Money Cost, Money? Provider, decimal Rate, bool Assumed)
{
    /// <summary>Nothing.</summary>
    public static Charge None(string currency) => new(Money.Free(currency), null, 1, false);
}
