using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>What generating has cost.</summary>
[Requires(Permission.Look)]
public sealed record GetCostsQuery(CostFilter Filter) : IQuery<CostsDto>;

internal sealed class GetCostsHandler(
    IBudgetLedger ledger)
    : IRequestHandler<GetCostsQuery, Result<CostsDto>>
{
    /// <summary>The most groups that are answered by themselves.</summary>
    private const int Most = 1_000;

    public async Task<Result<CostsDto>> Handle(GetCostsQuery request, CancellationToken cancellationToken)
    {
        if (request.Filter is { From: { } from, To: { } to } && from > to) return Error.Field("to", "to is not before from.");
        return await ledger.CostsAsync(request.Filter, Most, cancellationToken);
    }
}
