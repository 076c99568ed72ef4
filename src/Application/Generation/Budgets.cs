using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>What the workspace and its films may spend, have spent and have promised.</summary>
[Requires(Permission.Administer)]
public sealed record GetBudgetsQuery : IQuery<BudgetsDto>;

/// <summary>Limits what the workspace may spend with providers.</summary>
/// <param name="Month">For a calendar month (UTC), in the workspace's currency; null: no limit.</param>
/// <param name="Day">For a day (UTC); null: no limit.</param>
[Requires(Permission.Administer)]
public sealed record SetBudgetsCommand(decimal? Month = null, decimal? Day = null) : ICommand<BudgetsDto>;

/// <summary>What generating has cost.</summary>
[Requires(Permission.Look)]
public sealed record GetCostsQuery(CostFilter Filter) : IQuery<CostsDto>;

internal sealed class BudgetHandlers(IBudgetLedger ledger, Budgeting budgeting, IActivityLog activity, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock) :
    IRequestHandler<GetBudgetsQuery, Result<BudgetsDto>>, IRequestHandler<SetBudgetsCommand, Result<BudgetsDto>>, IRequestHandler<GetCostsQuery, Result<CostsDto>>
{
    /// <summary>The most groups that are answered by themselves.</summary>
    private const int Most = 1_000;

    public async Task<Result<BudgetsDto>> Handle(GetBudgetsQuery request, CancellationToken cancellationToken) => await budgeting.ShowAsync(cancellationToken);

    public async Task<Result<BudgetsDto>> Handle(SetBudgetsCommand request, CancellationToken cancellationToken)
    {
        var budget = await ledger.LockAsync(cancellationToken);
        var before = Record(budget);
        if (budget.Limit(request.Month, request.Day, clock.GetUtcNow()).Error is { } refused) return refused;
        activity.Add("budget", caller.Workspace().Value, null, before, Record(budget));
        await unitOfWork.FlushAsync(cancellationToken);
        return await budgeting.ShowAsync(cancellationToken);
    }

    public async Task<Result<CostsDto>> Handle(GetCostsQuery request, CancellationToken cancellationToken)
    {
        if (request.Filter is { From: { } from, To: { } to } && from > to) return Error.Field("to", "to is not before from.");
        return await ledger.CostsAsync(request.Filter, Most, cancellationToken);
    }

    private static JsonElement Record(WorkspaceBudget budget) => JsonSerializer.SerializeToElement(new { month = budget.MonthLimit, day = budget.DayLimit });
}
