using System.Text;
using Director.Application.Assets;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Films;
using Director.Application.Interchange.Import;
using Director.Application.Interchange.Screenplays;
using Director.Application.Relationships;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Content;
using Director.Domain.Relationships;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Content;

/// <summary>
/// Makes a film of a text: a new film, with scenes and shots proposed from the text. A screenplay is imported as it is; of prose each heading
/// becomes a scene and each paragraph its action. The film's script is derived from the text. All of it or nothing.
/// </summary>
/// <param name="Id">The content.</param>
/// <param name="Title">The film's title; null: the text's.</param>
/// <param name="FrameRate">Pictures a second; null: the workspace's.</param>
/// <param name="AspectRatio">Width to height; null: the workspace's.</param>
[Requires(Permission.Edit)]
public sealed record MakeFilmOfContentCommand(Guid Id, string? Title, string? FrameRate, string? AspectRatio) : ICommand<ContentFilmDto>;

internal sealed class MakeFilmOfContentValidator : AbstractValidator<MakeFilmOfContentCommand>
{
    public MakeFilmOfContentValidator() => RuleFor(c => c.Title).MaximumLength(AssetLimits.Name).OverridePropertyName("title");
}

internal sealed class MakeFilmOfContentHandler(
    IContentReader content, IBlobStore blobs, FilmMaking films, ScreenplayImporting importing, IEnumerable<IScreenplayReader> readers, IAssetRepository assets, Linking linking,
    IAssetReader reader, IUnitOfWork unitOfWork, IIdSource ids) : IRequestHandler<MakeFilmOfContentCommand, Result<ContentFilmDto>>
{
    private const string Fountain = "fountain";

    public async Task<Result<ContentFilmDto>> Handle(MakeFilmOfContentCommand request, CancellationToken cancellationToken)
    {
        if (await content.GetAsync(new ExtractionId(request.Id), cancellationToken) is not { } found) return ExtractionErrors.NotFound;
        if (found.AssetId is not { } source || await ContentTexts.ReadAsync(blobs, found, cancellationToken) is not { } text) return ExtractionErrors.NoTextYet;
        var title = string.IsNullOrWhiteSpace(request.Title) ? found.Title ?? "Film" : request.Title.Trim();
        if (ScriptOf(found, title, text) is not { } script) return ExtractionErrors.NoScenes;

        var made = await films.MakeAsync(new CreateFilmCommand { Title = title, FrameRate = request.FrameRate, AspectRatio = request.AspectRatio }, cancellationToken);
        if (made.Error is { } refused) return refused;
        var film = made.Value.Id;
        await unitOfWork.FlushAsync(cancellationToken);
        var report = await importing.ImportAsync(film.Value, Fountain, script, dryRun: false, cancellationToken);
        if (report.Error is { } unread) return unread;
        await unitOfWork.FlushAsync(cancellationToken);

        var kept = (await assets.TreeAsync(film, [AssetTypes.Get("film"), AssetTypes.Get("script")], cancellationToken)).FirstOrDefault(a => a.Type.Slug == "script");
        if (kept is not null)
        {
            var link = await linking.LinkAsync(new RelationshipId(ids.Next()), kept.Id.Value, source, RelationshipKind.DerivedFrom.Slug, null, "{}", cancellationToken);
            if (link.Error is { } unlinked) return unlinked;
            await unitOfWork.FlushAsync(cancellationToken);
        }

        var shown = await reader.ShowAsync(film, cancellationToken);
        return shown.Error is { } lost ? lost : new ContentFilmDto(shown.Value, report.Value);
    }

    /// <summary>The text as Fountain: itself when it is a screenplay, else written from its headings and paragraphs; null when nothing can be filmed.</summary>
    private ReadOnlyMemory<byte>? ScriptOf(ContentDto found, string title, ReadOnlyMemory<byte> text)
    {
        if (found.AssetType == "script" || ReadsAsScreenplay(text)) return text;
        return ProseScript.Write(title, Encoding.UTF8.GetString(text.Span)) is { } written ? Encoding.UTF8.GetBytes(written) : (ReadOnlyMemory<byte>?)null;
    }

    /// <summary>A script that came as a PDF or a plain text has headings that say inside or outside; a sentence that begins with a full stop is none.</summary>
    private bool ReadsAsScreenplay(ReadOnlyMemory<byte> text) =>
        readers.First(r => r.Format == Fountain).Read(text).Screenplay is { } screenplay && screenplay.Scenes.Any(s => !string.IsNullOrEmpty(s.IntExt));
}
