using Director.Domain.Assets;
using Director.Domain.Generation;

namespace Director.Application.Generation;

/// <summary>The workspace's money: its currency, its limits, what is spent and what is promised.</summary>
public interface IBudgetLedger
{
    /// <summary>The currency of every sum of the workspace; ISO 4217.</summary>
    Task<string> CurrencyAsync(CancellationToken ct);

    /// <summary>The limits, locked until the transaction ends: whoever reserves waits here. After assets and before generations.</summary>
    Task<WorkspaceBudget> LockAsync(CancellationToken ct);

    /// <summary>The limits as they are; null when nobody has set any.</summary>
    Task<WorkspaceBudget?> FindAsync(CancellationToken ct);

    /// <summary>What is spent and promised, by one statement.</summary>
    /// <param name="monthFrom">The month's first moment.</param>
    /// <param name="dayFrom">The day's first moment.</param>
    /// <param name="film">Whose share is asked for.</param>
    /// <param name="ct">Cancels.</param>
    Task<Spending> SpendingAsync(DateTimeOffset monthFrom, DateTimeOffset dayFrom, AssetId? film, CancellationToken ct);

    /// <summary>Every live film that has a budget or has cost something, by name.</summary>
    Task<IReadOnlyList<FilmBudgetDto>> FilmsAsync(CancellationToken ct);

    /// <summary>What attempts that ended in a time have cost, grouped; the dearest first.</summary>
    /// <param name="filter">Which, and by what.</param>
    /// <param name="most">How many groups by themselves; the others come together as the rest.</param>
    /// <param name="ct">Cancels.</param>
    Task<CostsDto> CostsAsync(CostFilter filter, int most, CancellationToken ct);
}
