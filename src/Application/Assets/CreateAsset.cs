using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Assets;

/// <summary>Makes an asset of any type.</summary>
[Requires(Permission.Edit)]
public sealed record CreateAssetCommand : ICommand<AssetDto>
{
    /// <summary>The asset type's slug.</summary>
    public required string Type { get; init; }
    /// <summary>For people.</summary>
    public required string Name { get; init; }
    /// <summary>For people, longer.</summary>
    public string? Description { get; init; }
    /// <summary>The owner.</summary>
    public Guid? ParentId { get; init; }
    /// <summary>Behind this sibling; null: at the end.</summary>
    public Guid? After { get; init; }
    /// <summary>What only its type knows.</summary>
    public JsonElement? Details { get; init; }
    /// <summary>Tags by name; unknown ones are made.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
    /// <summary>Where it came from.</summary>
    public string? Source { get; init; }
    /// <summary>The crew's own id.</summary>
    public string? ExternalId { get; init; }
    /// <summary>The crew's own data.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }
    /// <summary>The code; shots only. Null: the film's scheme gives the next.</summary>
    public string? Code { get; init; }
}

internal sealed class CreateAssetHandler(AssetMaking making, IAssetReader reader, IUnitOfWork unitOfWork) : IRequestHandler<CreateAssetCommand, Result<AssetDto>>
{
    public async Task<Result<AssetDto>> Handle(CreateAssetCommand request, CancellationToken cancellationToken)
    {
        var made = await making.MakeAsync(request, cancellationToken);
        if (made.Error is { } refused) return refused;
        await unitOfWork.FlushAsync(cancellationToken);
        return await reader.ShowAsync(made.Value.Id, cancellationToken);
    }
}

/// <summary>Makes assets for every command that makes them: one path for places, codes, numbers and tags.</summary>
internal sealed class AssetMaking(IAssetRepository assets, AssetPlacing placing, ShotCoding coding, Tagging tagging, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids,
    TimeProvider clock)
{
    private static readonly JsonElement NoDetails = JsonDocument.Parse("{}").RootElement;

    /// <summary>Makes the asset within the current unit of work.</summary>
    internal async Task<Result<Asset>> MakeAsync(CreateAssetCommand wish, CancellationToken ct)
    {
        if (!AssetTypes.TryGet(wish.Type, out var type)) return AssetErrors.UnknownType(wish.Type);
        var details = type.Read(wish.Details is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given : NoDetails);
        if (details.Error is { } misfit) return misfit;

        Asset? parent = null;
        if (wish.ParentId is { } parentId)
        {
            // A shot's code is unique in its film, so the film's row is locked before the scene's.
            parent = type.Coded ? (await assets.FindBranchAsync(new AssetId(parentId), ct)).LastOrDefault() : await assets.FindAsync(new AssetId(parentId), ct);
            if (parent is not { IsLive: true }) return AssetErrors.ParentNotFound;
        }

        return await MakeAsync(wish, type, details.Value, parent, ct);
    }

    /// <summary>Makes the asset below a parent that is loaded already.</summary>
    internal async Task<Result<Asset>> MakeAsync(CreateAssetCommand wish, AssetType type, AssetDetails details, Asset? parent, CancellationToken ct)
    {
        if (Asset.CheckParent(type, parent) is { } misplaced) return misplaced;
        var position = await placing.PositionAsync(parent?.Id, type, wish.After, null, ct);
        if (position.Error is { } nowhere) return nowhere;

        var stamp = caller.Stamp(clock);
        var made = Asset.Create(caller.Workspace(), new AssetId(ids.Next()), type, wish.Name, parent, position.Value, details, stamp);
        if (made.Error is { } refused) return refused;
        var asset = made.Value;

        var rest = new AssetChange
        {
            Description = Given(wish.Description),
            Source = Given(wish.Source),
            ExternalId = Given(wish.ExternalId),
            Code = Given(wish.Code),
            Metadata = wish.Metadata is null ? default : new Patch<IReadOnlyDictionary<string, string?>>(true, wish.Metadata),
        };
        if (asset.Change(rest, stamp).Error is { } unfit) return unfit;
        if (type.Coded && wish.Code is null) asset.AssignCode(await coding.NextAsync(parent!, wish.After, ct));
        assets.Add(asset);
        if (wish.Tags is not { Count: > 0 } tags) return asset;

        // The record says first that it was made, then what it was tagged with: taken back newest first, both go.
        await unitOfWork.FlushAsync(ct);
        return (await tagging.SetAsync(asset, tags, ct)).Error is { } untagged ? untagged : asset;
    }

    private static Patch<string> Given(string? text) => text is null ? default(Patch<string>) : text;
}
