using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Director.Api.OpenApi;

/// <summary>What a reader needs before the first call: the conventions that hold everywhere, and what each group of operations is about.</summary>
internal sealed class Introduction : IOpenApiDocumentTransformer
{
    private const string Conventions = """
        From a script to a screened film: films, scenes, shots and takes, and everything that they are made of.

        **Signing in.** `login` with `"mode":"token"` answers with an access token, sent as `Authorization: Bearer …`, and a refresh token. Browsers get a cookie. Callers that have several workspaces say which with `X-Workspace`.

        **Assets.** Everything in a film is an asset: one shape, told apart by `type`, with what only its type knows in `details`. Assets are owned in a tree (film, scene, shot, take, file) and refer to each other by relationships.

        **Versions.** Assets have an `ETag`; `If-Match` refuses a change of something that has changed since it was seen (412).

        **Once only.** A POST with an `Idempotency-Key` is done once, however often it is sent with the same key. Where the answer has a secret that is kept nowhere (API keys, invitations, share links, one-time codes), nothing can be repeated and the key is not taken.

        **Pages.** Listings answer `items` and `next`; send `next` as `cursor` until it is null.

        **Refusals** are problems (RFC 9457) with a stable `code`, and `errors` by the path of the field.
        """;

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["Assets"] = "Everything in a film, of whatever type: made, read, changed, moved, deleted and brought back.",
        ["Auth"] = "Signing in and out.",
        ["Collections"] = "Ordered gatherings of assets, across films.",
        ["Events"] = "What happened, who did it, and taking it back.",
        ["Films"] = "Films with their scenes, their cast and their structure.",
        ["Generation"] = "Takes made by providers: asked for, followed, cancelled, asked for again.",
        ["Interchange"] = "Screenplays in, edits out.",
        ["Media"] = "Files: pictures, clips and sounds of assets.",
        ["Relationships"] = "Links between assets beyond the tree: who is in a shot, what it sounds like.",
        ["Setup"] = "The first person of a new server.",
        ["Shots"] = "Shots, their takes and the one that is in the film.",
        ["System"] = "What this server is and can do.",
        ["Tags"] = "Words that assets are found by.",
        ["Takes"] = "Circling, rating and reviewing takes.",
    };

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Description = Conventions.ReplaceLineEndings("\n");
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            if (tag.Name is { } name && tag.Description is null) tag.Description = Groups.GetValueOrDefault(name);
        }

        return Task.CompletedTask;
    }
}
