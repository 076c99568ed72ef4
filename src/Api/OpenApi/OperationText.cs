using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>Operations say what their use case says; parameters say what they are.</summary>
internal sealed class OperationText(UseCases useCases, Docstrings docstrings) : IOpenApiOperationTransformer
{
    /// <summary>What a parameter means wherever it is.</summary>
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["id"] = "Which one.",
        ["cursor"] = "The `next` of the page before.",
        ["limit"] = "How many at most on one page.",
        ["sort"] = "What to order by; a leading `-` for descending.",
        ["q"] = "Words to look for.",
        ["type"] = "Only assets of these types, by slug; several are asked for by naming it several times.",
        ["rootId"] = "Only what belongs to this film.",
        ["parentId"] = "Only what lies directly in this one.",
        ["v"] = "The file's `sha256`: an address with it is answered with leave to keep the file for ever.",
        ["filmId"] = "Only of this film.",
        ["shotId"] = "Only of this shot.",
        ["state"] = "Only in these states: queued, submitting, running, succeeded, failed, expired, cancelled.",
        ["characterId"] = "Who is meant.",
        ["workspaceId"] = "The workspace, by id or slug.",
        ["token"] = "What the link says.",
        ["userId"] = "The person.",
        ["keyId"] = "The key.",
        ["invitationId"] = "The invitation.",
        ["noteId"] = "The note.",
        ["assetId"] = "The take.",
    };

    /// <summary>What a parameter means in one operation, by <c>operationId.name</c>.</summary>
    private static readonly Dictionary<string, string> InOneOperation = new(StringComparer.Ordinal)
    {
        ["getChildren.kind"] = "Only these kinds of link: `contains` for what it owns, else a kind of relationship.",
        ["getParents.kind"] = "Only these kinds of link: `contains` for its owner, else a kind of relationship.",
        ["getLineage.direction"] = "`up`: where it came from; `down`: what came of it.",
        ["getLineage.depth"] = "How many steps to follow.",
        ["getThumbnail.size"] = "How wide at most, in pixels: 160, 320, 480, 640, 960 or 1280.",
        ["listEvents.order"] = "`oldest` first, as it happened (the default), or `newest` first.",
        ["listEvents.after"] = "The id of an event: only what happened after it.",
        ["listEvents.before"] = "The id of an event: only what happened before it.",
        ["listEvents.kind"] = "Only these operations, by operationId; several are asked for by naming it several times.",
        ["listEvents.actor"] = "Only what this person did, or had done for them.",
        ["listEvents.from"] = "Not earlier than this moment.",
        ["listEvents.to"] = "Earlier than this moment.",
        ["listEvents.subjectId"] = "Only what happened to this one.",
        ["listCollections.kind"] = "Only of this kind: project, library, storyboard or character.",
        ["listTags.category"] = "Only of this category.",
        ["exportFilm.format"] = "What it is read by: `otio`.",
        ["exportFilm.media"] = "`linked`: the document alone, naming files by address; `zip`: the document with its files beside it.",
        ["getFilmStructure.takes"] = "Which takes to give with every shot.",
        ["importScreenplay.format"] = "`fountain` or `fdx`.",
        ["getSharedThumbnail.size"] = "How wide at most, in pixels: 160, 320, 480, 640, 960 or 1280.",
        ["getCosts.by"] = "What the sums are of: film, shot, take, provider, user or day.",
        ["getCosts.from"] = "Not earlier than this day.",
        ["getCosts.to"] = "Not later than this day.",
        ["exportEvents.format"] = "`csv` or `jsonl`, a line of JSON for each event.",
        ["testProvider.slug"] = "Which provider.",
        ["getShotPrompt.feedback"] = "What is to be different, as a request to generate would say it.",
        ["deleteWorkspace.slug"] = "The workspace's slug once more, so that none is deleted by mistake.",
        ["importScreenplay.dryRun"] = "Only says what would be done.",
    };

    /// <summary>The filters that listings of assets share.</summary>
    private static readonly Dictionary<string, string> OfListings = new(StringComparer.Ordinal)
    {
        ["tag"] = "Only what carries all of these tags, by name.",
        ["collection"] = "Only members of this collection.",
        ["status"] = "Only with this status; `none` for without one.",
        ["source"] = "Only from this source.",
        ["externalId"] = "Only with this id of the crew's own.",
        ["metadata"] = "Only with this in the crew's own data, as `key:value`; several must all be there.",
        ["circled"] = "Only keepers, or only others.",
        ["favorite"] = "Only favourites, or only others.",
        ["deleted"] = "What was deleted, instead of what is there.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.Summary is null && useCases.Find(context) is { } useCase) operation.Summary = docstrings.Summary(useCase);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (!string.IsNullOrEmpty(parameter.Description) || parameter.Name is not { } name) continue;
            parameter.Description = InOneOperation.GetValueOrDefault($"{operation.OperationId}.{name}")
                ?? (operation.OperationId is "listAssets" or "listAssetIds" ? OfListings.GetValueOrDefault(name) : null)
                ?? Parameters.GetValueOrDefault(name);
        }

        return Task.CompletedTask;
    }
}
