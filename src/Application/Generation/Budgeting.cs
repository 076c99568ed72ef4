using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>Says what things cost in the workspace's currency, and whether the budgets allow it.</summary>
internal sealed class Budgeting(IBudgetLedger ledger, IExchangeRates rates, TimeProvider clock)
{
    /// <summary>What one attempt with a model is expected to cost.</summary>
    internal async Task<Result<Quote>> QuoteAsync(ProviderModel model, IReadOnlyDictionary<string, string> parameters, CancellationToken ct)
    {
        var price = model.Estimate(parameters);
        var currency = await ledger.CurrencyAsync(ct);
        // What is free is free in every currency.
        if (price.Amount == 0) return new Quote(price, 1, Money.Free(currency));
        if (rates.Rate(price.Currency, currency) is not { } rate) return BudgetErrors.NoRate(price.Currency, currency);
        return price.Into(currency, rate).Then<Quote>(estimate => new Quote(price, rate, estimate));
    }

    /// <summary>
    /// Refuses what a budget does not allow. Takes the workspace's budget lock, which whoever comes next waits for until this transaction has
    /// stored its reservations; so the sum that is checked is the sum that is kept.
    /// </summary>
    /// <param name="root">The root of the tree it is for, loaded and locked.</param>
    /// <param name="asked">Of everything in this request together.</param>
    /// <param name="maxCost">What the request itself allows; null: whatever the budgets do.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The refusal, with its figures; null when it may be reserved.</returns>
    internal async Task<Error?> CheckAsync(Asset root, Money asked, decimal? maxCost, CancellationToken ct)
    {
        if (maxCost is { } most && asked.Amount > most) return BudgetErrors.Exceeded("request", most, 0, 0, asked.Amount, asked.Currency);
        if (asked.Amount == 0) return null;
        return await RoomAsync(root, asked, ct);
    }

    /// <summary>Whether what has been promised already still fits, after an attempt of it was charged and another one is due.</summary>
    internal Task<Error?> CheckAgainAsync(Asset root, string currency, CancellationToken ct) => RoomAsync(root, Money.Free(currency), ct);

    /// <summary>The smallest rest of all budgets; null when nothing limits.</summary>
    internal async Task<decimal?> LeftAsync(CancellationToken ct)
    {
        if (await ledger.FindAsync(ct) is not { } budget) return null;
        var spent = await SpendingAsync(null, ct);
        return Smaller(BudgetDto.Of(budget.MonthLimit, spent.Month, spent.Reserved).Left, BudgetDto.Of(budget.DayLimit, spent.Day, spent.Reserved).Left);
    }

    /// <summary>Everything, for showing.</summary>
    internal async Task<BudgetsDto> ShowAsync(CancellationToken ct)
    {
        var budget = await ledger.FindAsync(ct);
        var spent = await SpendingAsync(null, ct);
        return new BudgetsDto(await ledger.CurrencyAsync(ct), BudgetDto.Of(budget?.MonthLimit, spent.Month, spent.Reserved),
            BudgetDto.Of(budget?.DayLimit, spent.Day, spent.Reserved), await ledger.FilmsAsync(ct));
    }

    /// <summary>What one unit of a currency is worth in another, for charges.</summary>
    internal Func<string, decimal?> RateInto(string currency) => from => rates.Rate(from, currency);

    private async Task<Error?> RoomAsync(Asset root, Money asked, CancellationToken ct)
    {
        var budget = await ledger.LockAsync(ct);
        var film = root.Details as FilmDetails;
        if (budget is { MonthLimit: null, DayLimit: null } && film?.Budget is null) return null;
        var spent = await SpendingAsync(root.Id, ct);
        return Refused("film", film?.Budget, spent.Film, spent.FilmReserved)
            ?? Refused("day", budget.DayLimit, spent.Day, spent.Reserved)
            ?? Refused("month", budget.MonthLimit, spent.Month, spent.Reserved);

        Error? Refused(string scope, decimal? limit, decimal used, decimal promised) =>
            limit is { } l && used + promised + asked.Amount > l ? BudgetErrors.Exceeded(scope, l, used, promised, asked.Amount, asked.Currency) : null;
    }

    private Task<Spending> SpendingAsync(AssetId? film, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return ledger.SpendingAsync(day.AddDays(1 - day.Day), day, film, ct);
    }

    private static decimal? Smaller(decimal? a, decimal? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
