using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Asks again for what failed, expired or was cancelled: the same recipe, as a new generation with a number of its own.</summary>
[Requires(Permission.Generate)]
public sealed record RetryGenerationCommand(Guid Id) : ICommand<AcceptedGenerationDto>;

internal sealed class RetryGenerationHandler(
    IGenerationRepository generations, IGenerationReader reader, IAssetRepository assets, RecipeWriter recipes, GenerationAccepting accepting, Budgeting budgeting, ICaller caller,
    TimeProvider clock) : IRequestHandler<RetryGenerationCommand, Result<AcceptedGenerationDto>>
{
    public async Task<Result<AcceptedGenerationDto>> Handle(RetryGenerationCommand request, CancellationToken cancellationToken)
    {
        // The shot is locked before the generation, so it has to be known first.
        if (await reader.GetAsync(new GenerationId(request.Id), cancellationToken) is not { } seen) return GenerationErrors.NotFound;
        var branch = await assets.FindBranchAsync(new AssetId(seen.ShotId), cancellationToken);
        if (branch.LastOrDefault() is not { IsLive: true } shot) return AssetErrors.NotFound;
        if (await generations.FindAsync(new GenerationId(request.Id), cancellationToken) is not { } run) return GenerationErrors.NotFound;
        if (run.CheckRetry() is { } no) return no;
        var chosen = await recipes.ChooseAsync(run.Recipe.Provider, run.Recipe.Model, cancellationToken);
        if (chosen.Error is { } unusable) return unusable;
        var quote = await budgeting.QuoteAsync(chosen.Value.Model, run.Recipe.Parameters, cancellationToken);
        if (quote.Error is { } priceless) return priceless;
        if (await budgeting.CheckAsync(branch[0], quote.Value.Estimate, null, cancellationToken) is { } tooMuch) return tooMuch;
        var accepted = accepting.Accept(shot, run.Recipe, quote.Value, caller.Stamp(clock), run.Priority, run.Id);
        if (accepted.Error is { } refused) return refused;
        await accepting.QueueAsync([accepted.Value], cancellationToken);
        return GenerateShotTakesHandler.Show(accepted.Value);
    }
}
