using Director.Domain.Workspaces;

namespace Director.Api.FunctionalTests.Access;

/// <summary>
/// Who may call what: the whole table, written by hand and never derived from the code it judges. An operation of the document without a
/// row fails the tests, and so does a row without an operation.
/// </summary>
internal static class AccessTable
{
    /// <summary>What lets a caller in.</summary>
    internal abstract record Rule;

    /// <summary>Anybody, signed in or not: the operation judges for itself.</summary>
    internal sealed record Anybody : Rule;

    /// <summary>Whoever is signed in, about themselves; no workspace is needed.</summary>
    internal sealed record SignedIn : Rule;

    /// <summary>A member whose role has the permission.</summary>
    internal sealed record Member(Permission Permission) : Rule;

    /// <summary>The last line is the guests': the link's token, and the ticket they got at its door, say who they are.</summary>
    private static readonly string[] OfAnybody =
    [
        "getSystem", "setUp", "login", "refresh", "requestPasswordReset", "resetPassword", "beginPasskeyLogin", "loginWithPasskey", "getInvitation", "acceptInvitation",
        "openShare", "enterShare", "getSharedContent", "getSharedMedia", "getSharedThumbnail", "createSharedNote", "circleSharedTake", "selectSharedTake",
    ];

    private static readonly string[] OfWhoeverIsSignedIn =
    [
        "getMe", "logout", "updateMe", "changePassword", "listSessions", "revokeSession", "revokeOtherSessions", "getTotp", "beginTotp", "confirmTotp", "removeTotp",
        "listPasskeys", "beginPasskey", "addPasskey", "removePasskey", "listMySecurityEvents", "listWorkspaces", "createWorkspace",
    ];

    private static readonly Dictionary<Permission, string[]> OfMembers = new()
    {
        [Permission.Look] =
        [
            "listFilms", "listCast", "listTakes", "getSelectedTake", "getFilmStructure", "getShot", "getMedia", "getThumbnail", "listModels",
            "getGeneration", "listGenerations", "getShotPrompt", "getCosts", "listEvents", "streamEvents", "listAssetTypes", "listAssets", "listAssetIds", "getAssetsByIds", "getAsset",
            "getChildren", "getParents", "getLineage", "getAssetHistory", "listCollections", "getCollection", "getCollectionMembers", "listTags",
            "listNotes", "getWorkspace", "listMembers",
        ],
        [Permission.Edit] =
        [
            "createFilm", "createDemoFilm", "createScene", "addShotToScene", "addShotToFilm", "createCharacter", "createAsset", "castCharacter", "uncastCharacter",
            "linkShotAssets", "reorderFilm", "createShotTake", "putMedia", "importScreenplay", "updateAsset", "moveAsset", "deleteAsset", "restoreAsset",
            "createAssets", "updateAssets", "createRelationship", "updateRelationship", "deleteRelationship", "createCollection", "setCollectionMembers",
            "updateCollection", "deleteCollection", "createTag", "updateTag", "setAssetTags", "deleteTag",
            // Taking back asks for what the thing taken back asked for; the walk takes back an edit.
            "undoEvent",
        ],
        [Permission.Generate] =
        [
            "estimateGeneration", "generateShotTakes", "generateFilmTakes", "cancelGeneration", "cancelFilmGenerations", "cancelShotGenerations", "generateImages", "retryGeneration",
        ],
        [Permission.Review] = ["updateTake", "reviewTake", "resetTakeReview", "createNote", "updateNote", "deleteNote"],
        [Permission.Select] = ["selectTake", "clearSelectedTake", "selectChild"],
        [Permission.Export] = ["exportFilm"],
        [Permission.Share] = ["listShareLinks", "createShareLink", "updateShareLink", "revokeShareLink", "listShareLinkVisits"],
        [Permission.Administer] =
        [
            "updateWorkspace", "listInvitations", "createInvitation", "deleteInvitation", "listApiKeys", "createApiKey", "revokeApiKey",
            "listWorkspaceSecurityEvents", "exportEvents", "getBudgets", "setBudgets", "testProvider",
            // Anybody may leave; the walk removes somebody else.
            "updateMember", "removeMember",
        ],
        [Permission.Own] = ["archiveWorkspace", "unarchiveWorkspace", "deleteWorkspace", "exportWorkspace"],
    };

    internal static IReadOnlyDictionary<string, Rule> Rows { get; } = OfAnybody.Select(o => (o, (Rule)new Anybody()))
        .Concat(OfWhoeverIsSignedIn.Select(o => (o, (Rule)new SignedIn())))
        .Concat(OfMembers.SelectMany(p => p.Value.Select(o => (o, (Rule)new Member(p.Key)))))
        .ToDictionary(r => r.o, r => r.Item2, StringComparer.Ordinal);

    /// <summary>What each role may, written out once more: the product's own table is what is judged.</summary>
    internal static IReadOnlyDictionary<string, Permission[]> Roles { get; } = new Dictionary<string, Permission[]>(StringComparer.Ordinal)
    {
        ["owner"] = [Permission.Look, Permission.Edit, Permission.Generate, Permission.Review, Permission.Select, Permission.Export, Permission.Share, Permission.Administer, Permission.Own],
        ["producer"] = [Permission.Look, Permission.Edit, Permission.Generate, Permission.Review, Permission.Select, Permission.Export, Permission.Share, Permission.Administer],
        ["director"] = [Permission.Look, Permission.Edit, Permission.Generate, Permission.Review, Permission.Select, Permission.Export, Permission.Share],
        ["artist"] = [Permission.Look, Permission.Edit, Permission.Generate, Permission.Review, Permission.Export],
        ["reviewer"] = [Permission.Look, Permission.Review],
        ["viewer"] = [Permission.Look],
    };
}
