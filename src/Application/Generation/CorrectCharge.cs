using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>A worker's step: the provider has said what cancelled work cost, which was counted by its estimate until then.</summary>
[Requires(Permission.Generate)]
public sealed record CorrectChargeCommand(GenerationId Id, AssetId SubjectId, AttemptId Attempt, Money Cost) : ICommand<Done>;

internal sealed class CorrectChargeHandler(
    IAssetRepository assets, IGenerationRepository generations, Budgeting budgeting)
    : IRequestHandler<CorrectChargeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CorrectChargeCommand request, CancellationToken cancellationToken)
    {
        var subject = await assets.FindAsync(request.SubjectId, cancellationToken);
        if (await generations.FindAsync(request.Id, cancellationToken) is not { } run) return GenerationErrors.NotFound;
        var before = run.CostAmount;
        if (run.Correct(request.Attempt, run.ChargeFor(request.Cost, true, budgeting.RateInto(run.Currency)))) CostKeeping.Keep(subject, run, before);
        return Done.Ok;
    }
}
