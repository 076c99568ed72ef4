using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Tags;

/// <summary>Gives an asset exactly these tags, by name; unknown ones are made.</summary>
[Requires(Permission.Edit)]
public sealed record SetAssetTagsCommand(Guid Id, IReadOnlyList<string> Tags, long? SeenVersion) : ICommand<AssetDto>;

internal sealed class SetAssetTagsHandler(IAssetRepository assets, Tagging tagging, IAssetReader reader, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<SetAssetTagsCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(SetAssetTagsCommand request, CancellationToken cancellationToken)
    {
        var asset = await assets.LiveAsync(request.Id, cancellationToken, request.SeenVersion);
        if (asset.Error is { } missing) return missing;
        var set = await tagging.SetAsync(asset.Value, request.Tags, cancellationToken);
        if (set.Error is { } refused) return refused;
        if (set.Value) asset.Value.Tagged(caller.Stamp(clock));
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(asset.Value.Id, cancellationToken);
    }
}
