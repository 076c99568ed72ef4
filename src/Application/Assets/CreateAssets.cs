using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Makes up to 500 assets. A refused item makes nothing, the others are done; the answer has a status for each.</summary>
[Requires(Permission.Edit)]
public sealed record CreateAssetsCommand : ICommand<IReadOnlyList<BatchItemDto>>
{
    /// <summary>What is made, in this order.</summary>
    public required IReadOnlyList<CreateAssetCommand> Items { get; init; }
}

internal sealed class CreateAssetsHandler(IAssetRepository assets, AssetMaking making, IAssetReader reader, IUnitOfWork unitOfWork)
    : IRequestHandler<CreateAssetsCommand, Result<IReadOnlyList<BatchItemDto>>>
{
    public async Task<Result<IReadOnlyList<BatchItemDto>>> Handle(CreateAssetsCommand request, CancellationToken cancellationToken)
    {
        if (request.Items.Count == 0) return BatchErrors.Empty;
        if (request.Items.Any(i => i is null)) return Error.Field("items", "An item is an object.", "input.invalid", ErrorKind.Unreadable);
        if (request.Items.Count > AssetLimits.Batch) return BatchErrors.TooMany;

        // Every owner and every tree's top, locked at once and ancestors first: items that lock them one by one could wait in a circle with another batch.
        var parents = request.Items.Select(i => i.ParentId).OfType<Guid>().Distinct().ToList();
        var roots = (await reader.GetManyAsync(parents, cancellationToken)).Select(p => p.RootId);
        await assets.FindAllAsync([.. parents.Concat(roots).Distinct().Select(id => new AssetId(id))], cancellationToken);

        var made = new List<(AssetId? Id, Error? Error)>(request.Items.Count);
        foreach (var item in request.Items)
        {
            var one = await unitOfWork.StepAsync(ct => making.MakeAsync(item, ct), cancellationToken);
            made.Add(one.Succeeded ? (one.Value.Id, null) : (null, one.Error));
        }

        var shown = (await reader.GetManyAsync([.. made.Where(m => m.Id is not null).Select(m => m.Id!.Value.Value)], cancellationToken)).ToDictionary(a => a.Id);
        return Result<IReadOnlyList<BatchItemDto>>.Of([.. made.Select((m, i) => new BatchItemDto(i, m.Id is { } id ? shown[id.Value] : null, m.Error))]);
    }
}
