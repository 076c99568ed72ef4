using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>What the workspace and its films may spend, have spent and have promised.</summary>
[Requires(Permission.Administer)]
public sealed record GetBudgetsQuery : IQuery<BudgetsDto>;

internal sealed class GetBudgetsHandler(
    Budgeting budgeting)
    : IRequestHandler<GetBudgetsQuery, Result<BudgetsDto>>
{
    public async Task<Result<BudgetsDto>> Handle(GetBudgetsQuery request, CancellationToken cancellationToken) => await budgeting.ShowAsync(cancellationToken);
}
