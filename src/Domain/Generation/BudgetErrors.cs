using System.Globalization;
using Director.Domain.Common;

namespace Director.Domain.Generation;

/// <summary>Refusals that concern money.</summary>
public static class BudgetErrors
{
    /// <summary>The code of a refusal for want of budget.</summary>
    public const string ExceededCode = "budget.exceeded";

    /// <summary>It would cost more than is left, with the figures.</summary>
    /// <param name="scope">Which budget: <c>request</c>, <c>film</c>, <c>day</c> or <c>month</c>.</param>
    /// <param name="limit">What it allows.</param>
    /// <param name="spent">What has been settled of it.</param>
    /// <param name="reserved">What is promised to work that has not ended.</param>
    /// <param name="asked">What this would have cost.</param>
    /// <param name="currency">Of all four; ISO 4217.</param>
    public static Error Exceeded(string scope, decimal limit, decimal spent, decimal reserved, decimal asked, string currency) =>
        new(ExceededCode, $"This would cost {Say(asked)} {currency}; the budget of the {scope} allows {Say(Math.Max(0, limit - spent - reserved))} more "
            + $"(limit {Say(limit)}, spent {Say(spent)}, reserved {Say(reserved)}).")
        {
            Facts = new Dictionary<string, object?>
            {
                ["scope"] = scope,
                ["limit"] = limit,
                ["spent"] = spent,
                ["reserved"] = reserved,
                ["asked"] = asked,
                ["currency"] = currency,
            },
        };

    /// <summary>Nobody has said what the provider's currency is worth.</summary>
    public static Error NoRate(string from, string to) =>
        new("money.noRate", $"The provider's prices are in {from} and this workspace counts in {to}; set Money__Rates__{from}{to} to what one {from} is worth.", ErrorKind.Unavailable);

    private static string Say(decimal amount) => amount.ToString("0.00####", CultureInfo.InvariantCulture);
}
