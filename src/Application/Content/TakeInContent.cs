using System.ComponentModel.DataAnnotations;
using Director.Application.Common;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Content;

/// <summary>Takes in the text that lies at an address. What the same address has brought before is answered instead, unless forced.</summary>
[Requires(Permission.Edit)]
public sealed record TakeInContentCommand : ICommand<ContentDto>
{
    /// <summary>An http or https address. Its query string is part of it; its fragment is not.</summary>
    [MaxLength(ExtractionLimits.Url)] public required string Url { get; init; }
    /// <summary>What lies there; null: its bytes tell. A video's address needs a transcript service.</summary>
    public SourceKind? SourceKind { get; init; }
    /// <summary>Fetch and keep it anew although it is there already.</summary>
    public bool Force { get; init; }
    /// <summary>Tags for what comes of it, by name.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
    /// <summary>Its language as a BCP 47 tag; null: it is detected.</summary>
    public string? Language { get; init; }
}

internal sealed class TakeInContentValidator : AbstractValidator<TakeInContentCommand>
{
    public TakeInContentValidator()
    {
        RuleFor(c => c.Url).MaximumLength(ExtractionLimits.Url).OverridePropertyName("url");
        this.TagsAndLanguage(c => c.Tags, c => c.Language);
    }
}

internal sealed class TakeInContentHandler(IExtractionRepository extractions, IContentRules rules, ContentAccepting accepting) : IRequestHandler<TakeInContentCommand, Result<ContentDto>>
{
    public async Task<Result<ContentDto>> Handle(TakeInContentCommand request, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url.Trim(), UriKind.Absolute, out var address)) return ExtractionErrors.BadAddress;
        if (rules.CheckAddress(address) is { } refused) return refused;
        var kind = request.SourceKind ?? (rules.IsVideo(address) ? Domain.Content.SourceKind.Video : null);
        if (kind is Domain.Content.SourceKind.Video && rules.CheckTranscripts() is { } untold) return untold;
        // Two addresses that differ in their query are two pages; what stands behind # is never sent.
        var url = address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        if (url.Length > ExtractionLimits.Url) return Error.Field("url", $"An address has at most {ExtractionLimits.Url} characters.");

        if (await accepting.KnownAsync(request.Force, ct => extractions.FindByUrlAsync(url, ct), cancellationToken) is { } known) return known;
        return await accepting.AcceptAsync((workspace, id, stamp) =>
            Extraction.FromUrl(workspace, id, url, kind, ContentWishes.Of(request.Force, request.Tags, request.Language), stamp), cancellationToken);
    }
}
