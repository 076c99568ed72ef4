using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Limits what the workspace may spend with providers.</summary>
/// <param name="Month">For a calendar month (UTC), in the workspace's currency; null: no limit.</param>
/// <param name="Day">For a day (UTC); null: no limit.</param>
[Requires(Permission.Administer)]
public sealed record SetBudgetsCommand(decimal? Month = null, decimal? Day = null) : ICommand<BudgetsDto>;

internal sealed class SetBudgetsHandler(
    IBudgetLedger ledger, Budgeting budgeting, IActivityLog activity, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<SetBudgetsCommand, Result<BudgetsDto>>
{
    public async Task<Result<BudgetsDto>> Handle(SetBudgetsCommand request, CancellationToken cancellationToken)
    {
        var budget = await ledger.LockAsync(cancellationToken);
        var before = Record(budget);
        if (budget.Limit(request.Month, request.Day, clock.GetUtcNow()).Error is { } refused) return refused;
        activity.Add("budget", caller.Workspace().Value, null, before, Record(budget));
        await unitOfWork.FlushAsync(cancellationToken);
        return await budgeting.ShowAsync(cancellationToken);
    }

    private static JsonElement Record(WorkspaceBudget budget) => JsonSerializer.SerializeToElement(new { month = budget.MonthLimit, day = budget.DayLimit });
}
