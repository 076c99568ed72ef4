namespace Director.Application.Events;

/// <summary>
/// Which operations can be taken back, and why the others cannot. Every operation that is not a plain read stands in one of the two; what
/// is recorded by a worker under a name of its own is judged by what it changed.
/// </summary>
public static class UndoRegistry
{
    /// <summary>Operations whose events have an inverse.</summary>
    public static readonly IReadOnlySet<string> Undoable = new HashSet<string>(StringComparer.Ordinal)
    {
        "createAsset", "createAssets", "updateAsset", "updateAssets", "deleteAsset", "restoreAsset", "moveAsset", "selectChild", "putMedia",
        "createFilm", "createScene", "addShotToFilm", "addShotToScene", "reorderFilm", "createCharacter", "castCharacter", "uncastCharacter", "linkShotAssets",
        "createShotTake", "updateTake", "reviewTake", "resetTakeReview", "selectTake", "clearSelectedTake",
        "createRelationship", "updateRelationship", "deleteRelationship",
        "createCollection", "updateCollection", "deleteCollection", "setCollectionMembers",
        "createTag", "updateTag", "deleteTag", "setAssetTags",
        "undoEvent",
    };

    /// <summary>Operations without an inverse, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotUndoable = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["getAssetsByIds"] = "It only reads.",
        ["estimateGeneration"] = "It only reckons.",
        ["login"] = "Signing in is ended by signing out.",
        ["logout"] = "A sign-in that has ended stays ended.",
        ["refresh"] = "A token that was used stays used.",
        ["setUp"] = "A server is set up once.",
        ["generateShotTakes"] = "What a provider was asked cannot be unasked: it is cancelled, and takes that were made are deleted.",
        ["generateFilmTakes"] = "What a provider was asked cannot be unasked: it is cancelled, and takes that were made are deleted.",
        ["retryGeneration"] = "What a provider was asked cannot be unasked: it is cancelled, and takes that were made are deleted.",
        ["cancelGeneration"] = "What was cancelled is asked for again.",
        ["cancelFilmGenerations"] = "What was cancelled is asked for again.",
        ["importScreenplay"] = "The former script is imported again; shots keep their ids, takes and picks either way.",
        ["generateImages"] = "What a provider was asked cannot be unasked: it is cancelled, and images that were made are deleted.",
        ["cancelShotGenerations"] = "What was cancelled is asked for again.",
        ["testProvider"] = "It only asks a provider whether it works.",
        ["setBudgets"] = "A limit is set anew.",
        ["createDemoFilm"] = "The film is deleted instead.",
        ["loginWithPasskey"] = "Signing in is ended by signing out.",
        ["beginPasskeyLogin"] = "Signing in is ended by signing out.",
        ["requestPasswordReset"] = "What people sign in with is changed by them alone, with proof.",
        ["resetPassword"] = "What people sign in with is changed by them alone, with proof.",
        ["changePassword"] = "What people sign in with is changed by them alone, with proof.",
        ["updateMe"] = "What people sign in with is changed by them alone, with proof.",
        ["beginTotp"] = "What people sign in with is changed by them alone, with proof.",
        ["confirmTotp"] = "What people sign in with is changed by them alone, with proof.",
        ["removeTotp"] = "What people sign in with is changed by them alone, with proof.",
        ["beginPasskey"] = "What people sign in with is changed by them alone, with proof.",
        ["addPasskey"] = "What people sign in with is changed by them alone, with proof.",
        ["removePasskey"] = "What people sign in with is changed by them alone, with proof.",
        ["revokeSession"] = "A sign-in that has ended stays ended.",
        ["revokeOtherSessions"] = "A sign-in that has ended stays ended.",
        ["createApiKey"] = "What was withdrawn stays withdrawn: another one is made.",
        ["revokeApiKey"] = "What was withdrawn stays withdrawn: another one is made.",
        ["createInvitation"] = "What was withdrawn stays withdrawn: another one is made.",
        ["deleteInvitation"] = "What was withdrawn stays withdrawn: another one is made.",
        ["createShareLink"] = "What was withdrawn stays withdrawn: another one is made.",
        ["updateShareLink"] = "What was withdrawn stays withdrawn: another one is made.",
        ["revokeShareLink"] = "What was withdrawn stays withdrawn: another one is made.",
        ["acceptInvitation"] = "Who belongs to a crew is decided anew, by invitation and role.",
        ["updateMember"] = "Who belongs to a crew is decided anew, by invitation and role.",
        ["removeMember"] = "Who belongs to a crew is decided anew, by invitation and role.",
        ["createWorkspace"] = "A workspace is changed, archived and restored by operations of its own; what was deleted is gone.",
        ["updateWorkspace"] = "A workspace is changed, archived and restored by operations of its own; what was deleted is gone.",
        ["archiveWorkspace"] = "A workspace is changed, archived and restored by operations of its own; what was deleted is gone.",
        ["unarchiveWorkspace"] = "A workspace is changed, archived and restored by operations of its own; what was deleted is gone.",
        ["deleteWorkspace"] = "A workspace is changed, archived and restored by operations of its own; what was deleted is gone.",
        ["createNote"] = "Words that were said are changed or deleted by who said them.",
        ["updateNote"] = "Words that were said are changed or deleted by who said them.",
        ["deleteNote"] = "Words that were said are changed or deleted by who said them.",
        ["createSharedNote"] = "Words that were said are changed or deleted by who said them.",
        ["enterShare"] = "A guest who was let in was let in.",
        ["circleSharedTake"] = "A guest's mark is answered by the crew's own: it circles or selects otherwise.",
        ["selectSharedTake"] = "A guest's mark is answered by the crew's own: it circles or selects otherwise.",
    };

    /// <summary>Whether undoing an event can be tried: by its operation, and by what it says was changed. Whether somebody changed the same since is seen then.</summary>
    internal static bool Has(RecordedEvent happened) => !NotUndoable.ContainsKey(happened.Kind) && happened.SubjectType switch
    {
        UndoSubjects.Relationship or UndoSubjects.Collection or UndoSubjects.Tag => true,
        var type => Domain.Assets.AssetTypes.TryGet(type, out _) && AssetUndoing.HasInverse(happened),
    };
}

/// <summary>What the record calls the things, beside assets, whose events can be undone.</summary>
internal static class UndoSubjects
{
    internal const string Relationship = "relationship";
    internal const string Collection = "collection";
    internal const string Tag = "tag";
}
