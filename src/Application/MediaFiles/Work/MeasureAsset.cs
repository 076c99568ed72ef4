using Director.Application.Common;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles.Work;

/// <summary>Fills in what was measured of an asset's file after it arrived. Its version stays: no person changed it.</summary>
/// <param name="Id">The asset.</param>
/// <param name="Sha256">The file that was measured; when the asset has another one by now, nothing changes.</param>
/// <param name="Facts">What was measured.</param>
[Requires(Permission.Edit)]
public sealed record MeasureAssetCommand(Guid Id, string Sha256, MediaFacts Facts) : ICommand<Done>;

internal sealed class MeasureAssetHandler(IAssetRepository assets) : IRequestHandler<MeasureAssetCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MeasureAssetCommand request, CancellationToken cancellationToken)
    {
        var branch = await assets.FindBranchAsync(new AssetId(request.Id), cancellationToken);
        if (branch.LastOrDefault() is not { Media: { } media } asset || media.Sha256 != request.Sha256) return Done.Ok;
        var facts = request.Facts;
        asset.Measured(media with { Width = facts.Width, Height = facts.Height, DurationMs = facts.DurationMs, FrameRate = facts.FrameRate }, Filled(asset.Details, facts));
        PickedMedia.ShowUpwards(branch);
        return Done.Ok;
    }

    private static AssetDetails Filled(AssetDetails details, MediaFacts facts) => details switch
    {
        VideoDetails video => video with { Width = facts.Width, Height = facts.Height, FrameRate = facts.FrameRate, Frames = facts.Frames, Codec = facts.Codec },
        AudioDetails audio => audio with { SampleRate = facts.SampleRate, Channels = facts.Channels, Bitrate = facts.Bitrate, DurationMs = facts.DurationMs },
        _ => details,
    };
}
