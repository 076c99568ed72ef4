using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Application.Generation;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;

namespace Director.Application.PromptHelp;

/// <summary>Asks the language model and counts what it cost: the call outside any transaction, its cost and its record in one.</summary>
internal sealed class Helping(
    IPromptHelper helper, IHelpLedger ledger, IBudgetLedger budgets, Budgeting budgeting, IUnitOfWork unitOfWork, IActivityLog activity, ICaller caller, IIdSource ids, TimeProvider clock)
{
    /// <param name="operation">The use case.</param>
    /// <param name="task">What is to be done.</param>
    /// <param name="text">What with.</param>
    /// <param name="about">The shot or scene it is about.</param>
    /// <param name="root">Its film.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<(string Text, HelpCostDto Cost)>> AskAsync(string operation, string task, string text, Guid? about, Guid? root, CancellationToken ct)
    {
        if (helper.Unavailable is { } off) return off;
        var currency = await budgets.CurrencyAsync(ct);
        // What words will cost is known afterwards: it begins as long as anything is left.
        if (helper.Costs)
        {
            var left = await budgeting.ShowAsync(ct);
            if ((Spent("day", left.Day, currency) ?? Spent("month", left.Month, currency)) is { } over) return over;
        }

        var asked = await helper.AskAsync(task, text, ct);
        if (asked.Error is { } failed) return failed;
        var answer = asked.Value;
        var quote = Counted(answer.Price, currency);
        if (quote.Error is { } priceless) return priceless;
        var kept = await unitOfWork.RunAsync<Result<Done>>(operation, async token =>
        {
            var call = new HelpCall(ids.Next(), about, root, answer, quote.Value);
            await ledger.AddAsync(call, caller.Stamp(clock), token);
            activity.Add("prompt_help", call.Id, null, null, JsonSerializer.SerializeToElement(new { model = answer.Model, tokensIn = answer.TokensIn, tokensOut = answer.TokensOut, cost = quote.Value.Estimate.Amount, about }));
            return Done.Ok;
        }, ct);
        return kept.Error is { } refused ? refused : (answer.Text, new HelpCostDto(answer.Model, answer.TokensIn, answer.TokensOut, quote.Value.Estimate.Dto()));
    }

    private static Error? Spent(string scope, BudgetDto budget, string currency) =>
        budget is { Limit: { } limit, Left: <= 0 } ? BudgetErrors.Exceeded(scope, limit, budget.Spent, budget.Reserved, 0, currency) : null;

    private Result<Quote> Counted(Money price, string currency)
    {
        if (price.Amount == 0) return new Quote(price, 1, Money.Free(currency));
        if (budgeting.RateInto(currency)(price.Currency) is not { } rate) return BudgetErrors.NoRate(price.Currency, currency);
        return price.Into(currency, rate).Then<Quote>(counted => new Quote(price, rate, counted));
    }
}
