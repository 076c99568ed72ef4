using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Changes up to 500 assets. A refused item changes nothing, the others are done; the answer has a status for each.</summary>
[Requires(Permission.Edit)]
public sealed record UpdateAssetsCommand : ICommand<IReadOnlyList<BatchItemDto>>
{
    /// <summary>What is changed, in this order.</summary>
    public required IReadOnlyList<UpdateAssetsItem> Items { get; init; }
}

/// <summary>One change of a batch.</summary>
/// <param name="Id">Which asset.</param>
/// <param name="Patch">A JSON Merge Patch of it, as updateAsset takes.</param>
/// <param name="Version">The version the caller saw, if it says; the change is refused when it is not current any more.</param>
public sealed record UpdateAssetsItem(Guid Id, JsonElement Patch, long? Version = null);

internal sealed class UpdateAssetsHandler(IAssetRepository assets, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<UpdateAssetsCommand, Result<IReadOnlyList<BatchItemDto>>>
{
    public async Task<Result<IReadOnlyList<BatchItemDto>>> Handle(UpdateAssetsCommand request, CancellationToken cancellationToken)
    {
        if (request.Items.Count == 0) return BatchErrors.Empty;
        if (request.Items.Any(i => i is null)) return Error.Field("items", "An item is an object.", "input.invalid", ErrorKind.Unreadable);
        if (request.Items.Count > AssetLimits.Batch) return BatchErrors.TooMany;

        // All at once and ancestors first: locked in the client's order, two batches could wait for each other in a circle.
        await assets.FindAllAsync([.. request.Items.Select(i => new AssetId(i.Id))], cancellationToken);

        var errors = new List<Error?>(request.Items.Count);
        foreach (var item in request.Items)
            errors.Add((await unitOfWork.StepAsync(ct => ChangeAsync(item, ct), cancellationToken)).Error);

        var shown = (await reader.GetManyAsync([.. request.Items.Select(i => i.Id).Distinct()], cancellationToken)).ToDictionary(a => a.Id);
        return Result<IReadOnlyList<BatchItemDto>>.Of([.. request.Items.Select((item, i) => new BatchItemDto(i, errors[i] is null ? shown[item.Id] : null, errors[i]))]);
    }

    private async Task<Result<Done>> ChangeAsync(UpdateAssetsItem item, CancellationToken ct)
    {
        var asset = await assets.LiveAsync(item.Id, ct, item.Version);
        if (asset.Error is { } missing) return missing;
        var change = AssetPatches.Read(item.Patch, asset.Value);
        return change.Error is { } unread ? unread : asset.Value.Change(change.Value, caller.Stamp(clock));
    }
}
