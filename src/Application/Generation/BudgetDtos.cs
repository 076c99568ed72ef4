using Director.Application.Assets;

namespace Director.Application.Generation;

/// <summary>A workspace's budgets.</summary>
/// <param name="Currency">Of every amount here; ISO 4217.</param>
/// <param name="Month">This calendar month (UTC).</param>
/// <param name="Day">Today (UTC).</param>
/// <param name="Films">Every film with a budget or a cost; a film's budget is set in its details.</param>
public sealed record BudgetsDto(string Currency, BudgetDto Month, BudgetDto Day, IReadOnlyList<FilmBudgetDto> Films);

/// <summary>One budget.</summary>
/// <param name="Limit">What may be spent; null: no limit.</param>
/// <param name="Spent">What has been settled, failed and cancelled attempts included.</param>
/// <param name="Reserved">What is promised to work that has not ended.</param>
/// <param name="Left">What may still be asked for; null: no limit.</param>
public sealed record BudgetDto(decimal? Limit, decimal Spent, decimal Reserved, decimal? Left)
{
    /// <summary>A budget with what is left of it.</summary>
    public static BudgetDto Of(decimal? limit, decimal spent, decimal reserved) =>
        new(limit, spent, reserved, limit is { } l ? Math.Max(0, l - spent - reserved) : null);
}

/// <summary>A film's budget.</summary>
/// <param name="FilmId">The film.</param>
/// <param name="Name">Its title.</param>
/// <param name="Limit">What it may cost; null: no limit.</param>
/// <param name="Spent">What it has cost.</param>
/// <param name="Reserved">What is promised to its work that has not ended.</param>
/// <param name="Left">What may still be asked for; null: no limit.</param>
public sealed record FilmBudgetDto(Guid FilmId, string Name, decimal? Limit, decimal Spent, decimal Reserved, decimal? Left);

/// <summary>What costs are added up by.</summary>
public enum CostGrouping
{
    /// <summary>The film; a reference image counts for the asset it shows.</summary>
    Film,
    /// <summary>The shot, or the asset a reference image shows.</summary>
    Shot,
    /// <summary>The take or image that was made; what made none comes together.</summary>
    Take,
    /// <summary>The provider.</summary>
    Provider,
    /// <summary>Who asked.</summary>
    User,
    /// <summary>The day (UTC) on which the attempt ended.</summary>
    Day,
}

/// <summary>Which costs are asked for.</summary>
/// <param name="By">What they are added up by.</param>
/// <param name="From">The first day (UTC); null: from the beginning.</param>
/// <param name="To">The last day (UTC), included; null: until now.</param>
/// <param name="FilmId">One film's alone.</param>
public sealed record CostFilter(CostGrouping By, DateOnly? From, DateOnly? To, Guid? FilmId);

/// <summary>Costs. The items and the rest add up to the total exactly, whatever they are grouped by.</summary>
/// <param name="By">What they are added up by.</param>
/// <param name="Total">All of them, in the workspace's currency.</param>
/// <param name="Items">The dearest first.</param>
/// <param name="Rest">Everything that is not in the items, together; null when all is.</param>
public sealed record CostsDto(CostGrouping By, CostDto Total, IReadOnlyList<CostItemDto> Items, CostItemDto? Rest);

/// <summary>One group.</summary>
/// <param name="Key">An id, a provider's slug or a day such as <c>2026-11-23</c>; null for what belongs to none.</param>
/// <param name="Name">For people.</param>
/// <param name="Cost">What it has cost.</param>
/// <param name="Attempts">How many attempts that was.</param>
/// <param name="Lost">How many of them made nothing: failed, cancelled, interrupted.</param>
public sealed record CostItemDto(string? Key, string? Name, CostDto Cost, int Attempts, int Lost);
