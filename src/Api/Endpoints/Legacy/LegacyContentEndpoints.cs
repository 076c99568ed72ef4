using System.Text;
using System.Text.Json;
using Director.Api.Errors;
using Director.Api.OpenApi;
using Director.Application.Assets;
using Director.Application.MediaFiles;
using Director.Application.Tags;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints.Legacy;

/// <summary>The former system's <c>/api/v1/content</c> and <c>/api/v1/tags</c>, as far as they show and change texts that are there.</summary>
internal sealed class LegacyContentEndpoints : IEndpointGroup
{
    private const string Type = "text";
    private const int MostOnPage = 200;

    private static readonly string[] Versions = ["variant_of"];
    private static readonly string[] Texts = [Type];

    public static void Map(IEndpointRouteBuilder api)
    {
        var content = api.MapGroup("/v1/content").WithTags("Former addresses");
        content.MapGet("", List).WithName("legacyListContent").Runs<ListAssetsQuery>().WithSummary("Lists texts.").ReplacedBy("/api/assets?type=text");
        content.MapGet("/{id}", Get).WithName("legacyGetContent").Runs<GetAssetQuery>().WithSummary("Shows a text.").ReplacedBy("/api/assets/{id}");
        content.MapGet("/{id}/text", Text).WithName("legacyGetContentText").Runs<GetMediaQuery>().WithSummary("Shows the words of a text.").ReplacedBy("/api/assets/{id}/media");
        content.MapPatch("/{id}/language", Language).WithName("legacySetContentLanguage").WithSummary("Says a text's language.").ReplacedBy("/api/assets/{id}");
        content.MapDelete("/{id}", Delete).WithName("legacyDeleteContent").WithSummary("Deletes a text; can be undone.").ReplacedBy("/api/assets/{id}");
        api.MapGet("/v1/tags", Tags).WithName("legacyListTags").WithTags("Former addresses").Runs<ListTagsQuery>().WithSummary("Lists the tags.").ReplacedBy("/api/tags");
    }

    private static async Task<Results<Ok<LegacyContentPage>, ProblemHttpResult>> List(
        IMediator app, CancellationToken ct, [FromQuery(Name = "page")] int page = 1, [FromQuery(Name = "page_size")] int pageSize = 20,
        [FromQuery(Name = "source_type")] string? sourceType = null, [FromQuery(Name = "status")] string? status = null, [FromQuery(Name = "language")] string? language = null, [FromQuery(Name = "tag")] string? tag = null)
    {
        if (page < 1) return Problems.From(Error.Field("page", "Pages are counted from 1."));
        if (pageSize is < 1 or > MostOnPage) return Problems.From(Error.Field("page_size", $"A page has 1 to {MostOnPage} texts."));
        var found = await app.AllAsync(new AssetFilter { Types = Texts, Tags = tag is null ? [] : [tag] }, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        var shown = found.Value.Select(LegacyContent.Of)
            .Where(c => (sourceType is null || c.SourceType == sourceType) && (status is null || c.Status == status) && (language is null || c.Language == language)).ToList();
        return TypedResults.Ok(new LegacyContentPage([.. shown.Skip((int)Math.Min((long)(page - 1) * pageSize, int.MaxValue)).Take(pageSize)], shown.Count, page, pageSize));
    }

    private static async Task<Results<Ok<LegacyContent>, ProblemHttpResult>> Get(string id, IMediator app, CancellationToken ct)
    {
        var found = await app.FindAsync(id, Type, ct);
        return (found.Error is { } refused ? (Result<LegacyContent>)refused : LegacyContent.Of(found.Value)).ToOk();
    }

    private static async Task<Results<Ok<LegacyContentText>, ProblemHttpResult>> Text(string id, IMediator app, CancellationToken ct, [FromQuery(Name = "language")] string? language = null)
    {
        var found = await app.FindAsync(id, Type, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        var text = found.Value;
        if (language is not null && ((TextDetails)text.Details).Language != language)
        {
            // Other languages of a text are texts of their own, versions of it.
            var versions = await app.LinkedAsync(text.Id, children: false, Versions, Texts, ct);
            if (versions.Select(v => v.Asset).FirstOrDefault(v => ((TextDetails)v.Details).Language == language) is not { } other) return Problems.From(AssetErrors.NotFound);
            text = other;
        }

        var file = await app.Send(new GetMediaQuery(text.Id), ct);
        if (file.Error is { } none) return Problems.From(none);
        using var reader = new StreamReader(file.Value.Content, Encoding.UTF8);
        return TypedResults.Ok(new LegacyContentText(text.Id, ((TextDetails)text.Details).Language, await reader.ReadToEndAsync(ct)));
    }

    private static async Task<Results<Ok<LegacyContent>, ProblemHttpResult>> Language(string id, LegacyLanguage body, IMediator app, CancellationToken ct)
    {
        var found = await app.FindAsync(id, Type, ct);
        if (found.Error is { } refused) return Problems.From(refused);
        var patch = JsonSerializer.SerializeToElement(new { details = new { language = body.Language } });
        var changed = await app.Send(new UpdateAssetCommand(found.Value.Id, patch, found.Value.Version), ct);
        return (changed.Error is { } unfit ? (Result<LegacyContent>)unfit : LegacyContent.Of(changed.Value)).ToOk();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string id, IMediator app, CancellationToken ct)
    {
        var found = await app.FindAsync(id, Type, ct);
        return found.Error is { } refused ? Problems.From(refused) : (await app.Send(new DeleteAssetCommand(found.Value.Id, null), ct)).ToNoContent();
    }

    private static async Task<Results<Ok<IReadOnlyList<LegacyTag>>, ProblemHttpResult>> Tags(IMediator app, CancellationToken ct)
    {
        List<LegacyTag> all = [];
        string? cursor = null;
        do
        {
            var page = await app.Send(new ListTagsQuery(new TagFilter(null, null, cursor, AssetLimits.Page)), ct);
            if (page.Error is { } refused) return Problems.From(refused);
            all.AddRange(page.Value.Items.Select(LegacyTag.Of));
            cursor = page.Value.Next;
        }
        while (cursor is not null && all.Count < LegacyFinding.MostListed);
        return TypedResults.Ok<IReadOnlyList<LegacyTag>>(all);
    }
}
