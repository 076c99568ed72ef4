using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Generation;

/// <summary>Takes one generation back. Work that the provider has already, or may have, is asked to stop.</summary>
[Requires(Permission.Generate)]
public sealed record CancelGenerationCommand(Guid Id) : ICommand<GenerationDto>;

internal sealed class CancelGenerationHandler(
    IAssetRepository assets, IGenerationRepository generations, GenerationCancelling cancelling, IGenerationReader reader)
    : IRequestHandler<CancelGenerationCommand, Result<GenerationDto>>
{
    public async Task<Result<GenerationDto>> Handle(CancelGenerationCommand request, CancellationToken cancellationToken)
    {
        // Assets are locked before generations, so what it is made for has to be known first.
        if (await reader.GetAsync(new GenerationId(request.Id), cancellationToken) is not { } seen) return GenerationErrors.NotFound;
        var subject = await assets.FindAsync(new AssetId(seen.ShotId), cancellationToken);
        if (await generations.FindAsync(new GenerationId(request.Id), cancellationToken) is not { } run) return GenerationErrors.NotFound;
        if ((await cancelling.CancelAsync([run], subject is null ? [] : [subject], cancellationToken)).Error is { } refused) return refused;
        return await reader.GetAsync(run.Id, cancellationToken) is { } shown ? shown : GenerationErrors.NotFound;
    }
}
