using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Content;

/// <summary>A worker's step: keeps the text as an asset, or names the asset that has the same text already. Fenced by the claim.</summary>
/// <param name="Id">The extraction.</param>
/// <param name="Token">The claim.</param>
/// <param name="Found">The text, which lies in the store.</param>
/// <param name="Words">As much of it as it is found by.</param>
[Requires(Permission.Edit)]
public sealed record CompleteExtractionCommand(ExtractionId Id, Guid Token, FoundText Found, string Words) : ICommand<Done>;

internal sealed class CompleteExtractionHandler(
    IExtractionRepository extractions, AssetMaking making, IBlobStore blobs, StorageQuota quota, IActivityLog activity, IUnitOfWork unitOfWork, ICaller caller, TimeProvider clock)
    : IRequestHandler<CompleteExtractionCommand, Result<Done>>
{
    private const string Source = "content";

    public async Task<Result<Done>> Handle(CompleteExtractionCommand request, CancellationToken cancellationToken)
    {
        // Who brings the same text at the same time waits here and finds it.
        await extractions.HoldAsync(cancellationToken);
        if (await extractions.FindHeldAsync(request.Id, request.Token, cancellationToken) is not { } extraction) return ExtractionErrors.ClaimLost;
        var before = extraction.Status;
        var ended = await EndAsync(extraction, request.Found, cancellationToken);
        if (ended.Error is { } refused) return refused;
        activity.Note(extraction, before);
        await extractions.ReleaseAsync(extraction.Id, cancellationToken);
        await unitOfWork.FlushAsync(cancellationToken);
        await extractions.IndexAsync(extraction.Id, request.Words, cancellationToken);
        return Done.Ok;
    }

    private async Task<Result<Done>> EndAsync(Extraction extraction, FoundText found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!extraction.Force && await extractions.FindByTextAsync(found.Sha256, extraction.Id, ct) is { AssetId: { } there } earlier)
            return extraction.Complete(found, there, earlier.Id, now);

        var media = new Media("text/plain", found.Size, found.Sha256);
        if (await quota.CheckAsync(media, ct) is { } over) return extraction.Fail(ExtractionCause.NoRoom, over.Message, retryable: true, now);
        var made = await making.MakeAsync(new CreateAssetCommand { Type = TypeOf(found).Slug, Name = NameOf(found.Title), Source = Source, Tags = extraction.WishedTags },
            TypeOf(found), DetailsOf(extraction, found), null, ct);
        if (made.Error is { } refused) return refused;
        await blobs.RecordAsync(media, ct);
        if (made.Value.PutMedia(media, caller.Stamp(clock)).Error is { } unput) return unput;
        return extraction.Complete(found, made.Value.Id, null, now);
    }

    private static AssetType TypeOf(FoundText found) => found.SceneCount is null ? AssetTypes.Of<TextDetails>() : AssetTypes.Of<ScriptDetails>();

    private static AssetDetails DetailsOf(Extraction extraction, FoundText found) => found.SceneCount is { } scenes
        ? new ScriptDetails { Format = "fountain", Language = found.Language, SceneCount = scenes, SourceUrl = extraction.SourceUrl, SourceKind = KindOf(found) }
        : new TextDetails
        {
            Language = found.Language,
            WordCount = found.WordCount,
            CharCount = found.CharCount,
            SourceUrl = extraction.SourceUrl,
            SourceKind = KindOf(found),
        };

    private static string KindOf(FoundText found) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(found.Kind.ToString());

    private static string NameOf(string title) => title.Length > AssetLimits.Name ? title[..(AssetLimits.Name - 1)] + "…" : title;
}
