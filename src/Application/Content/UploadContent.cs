using System.Text.Json.Serialization;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Content;

/// <summary>Takes in the text of a file. What the same file has brought before is answered instead, unless forced.</summary>
/// <param name="Content">The bytes; read while they arrive.</param>
/// <param name="FileName">The file's name; tells Fountain from other plain texts, and is the title where the file has none.</param>
/// <param name="Force">Read and keep it anew although it is there already.</param>
/// <param name="Tags">Tags for what comes of it, by name.</param>
/// <param name="Language">Its language as a BCP 47 tag; null: it is detected.</param>
[Requires(Permission.Edit)]
public sealed record UploadContentCommand([property: JsonIgnore] Stream Content, string FileName, bool Force, IReadOnlyList<string>? Tags, string? Language)
    : ICommand<ContentDto>, IOwnTransaction, IRepeatableByKey;

internal sealed class UploadContentValidator : AbstractValidator<UploadContentCommand>
{
    public UploadContentValidator()
    {
        RuleFor(c => c.FileName).NotEmpty().MaximumLength(ExtractionLimits.FileName).OverridePropertyName("fileName");
        this.TagsAndLanguage(c => c.Tags, c => c.Language);
    }
}

internal sealed class UploadContentHandler(
    IExtractionRepository extractions, IContentRules rules, IContentFormats formats, ContentAccepting accepting, IBlobStore blobs, StorageQuota quota, IUnitOfWork unitOfWork,
    IIdempotencyStore keys, ICaller caller) : IRequestHandler<UploadContentCommand, Result<ContentDto>>
{
    private const string Operation = "uploadContent";

    public async Task<Result<ContentDto>> Handle(UploadContentCommand request, CancellationToken cancellationToken)
    {
        // No more is taken in than fits, so that a full workspace does not fill the disk.
        var space = await quota.SpaceAsync(cancellationToken);
        if (space.Refusal is { } full) return full;
        var blob = await blobs.PutAsync(request.Content, Math.Min(rules.MaxBytes, space.Left), cancellationToken);
        if (blob.Error is { } unkept) return unkept.Kind is ErrorKind.TooLarge && space.Left < rules.MaxBytes ? space.Exceeded : unkept;
        if (await formats.TellAsync(blob.Value, request.FileName, cancellationToken) is not { } kind) return ExtractionErrors.Unsupported;
        var media = new Media(kind is SourceKind.Pdf ? "application/pdf" : kind is SourceKind.Fdx ? "application/xml" : "text/plain", blob.Value.Size, blob.Value.Sha256);

        return await unitOfWork.RunAsync(Operation, async ct =>
            await keys.OnceAsync(caller, Operation, new { request.FileName, media.Sha256, request.Force, request.Tags, request.Language }, async () =>
            {
                if (await quota.CheckAsync(media, ct) is { } over) return over;
                if (await accepting.KnownAsync(request.Force, token => extractions.FindByFileAsync(media.Sha256, token), ct) is { } known) return known;
                await blobs.RecordAsync(media, ct);
                return await accepting.AcceptAsync((workspace, id, stamp) =>
                    Extraction.FromFile(workspace, id, request.FileName.Trim(), media.Sha256, kind, ContentWishes.Of(request.Force, request.Tags, request.Language), stamp), ct);
            }, ct), cancellationToken);
    }
}
