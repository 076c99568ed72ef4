namespace Director.Api.FunctionalTests.Contract;

/// <summary>
/// Every operation, called once with success, in an order in which each finds what it needs. A new operation gets its line here.
/// </summary>
internal static class Walk
{
    internal const string Password = "a long walk by the sea";

    internal static IReadOnlyList<Step> Steps { get; } =
    [
        .. SignIn, .. WalkCompany.Workspaces, .. Films, .. Takes, .. Files, .. WalkCompany.Notes, .. WalkCompany.Guests, .. Generation, .. Assets, .. Graph, .. Gatherings,
        .. Record, .. WalkAccounts.Steps, .. SignOut,
    ];

    private static Step[] SignIn =>
    [
        new("getSystem", "GET /api/system"),
        new("setUp", "POST /api/setup", s => new { name = "Walker", email = s.Email, password = Password, workspaceName = "Walkers" }),
        new("login", "POST /api/auth/login", s => new { email = s.Email, password = Password, mode = "token" }, Keep: "session"),
        new("refresh", "POST /api/auth/refresh", s => new { refreshToken = s["session.refreshToken"] }, Keep: "session"),
        new("getMe", "GET /api/me", Keep: "me"),
        new("exportWorkspace", "GET /api/workspaces/{me.current}/export"),
    ];

    private static Step[] Films =>
    [
        new("createFilm", "POST /api/films", _ => new { title = "The Long Way", frameRate = "24000/1001", budget = 12.5 }, Keep: "film"),
        new("createDemoFilm", "POST /api/films/demo"),
        new("listFilms", "GET /api/films?limit=10"),
        new("createScene", "POST /api/films/{film}/scenes", _ => new { intExt = "EXT", location = "PATH", timeOfDay = "DAY" }, Keep: "scene"),
        new("addShotToScene", "POST /api/scenes/{scene}/shots", _ => new { description = "A boot.", shotSize = "CU", durationFrames = 48 }, Keep: "shot"),
        new("addShotToFilm", "POST /api/films/{film}/shots", _ => new { description = "The title." }, Keep: "titleShot"),
        new("createCharacter", "POST /api/films/{film}/characters", _ => new { name = "Anna", details = new { type = "character_ref", characterType = "human" } }, Keep: "anna"),
        new("createAsset", "POST /api/assets", _ => new { type = "character_ref", name = "Марк", details = new { attributes = new { color = "#c7923a" } } }, Keep: "mark"),
        new("castCharacter", "POST /api/films/{film}/cast", s => new { characterId = s["mark"] }),
        new("listCast", "GET /api/films/{film}/cast"),
        new("uncastCharacter", "DELETE /api/films/{film}/cast/{mark}"),
        new("linkShotAssets", "PUT /api/shots/{shot}/links", s => new { characters = new[] { s["anna"] } }),
        new("reorderFilm", "POST /api/films/{film}/reorder", s => new[] { new { id = s["titleShot"], parentId = s["scene"], after = s["shot"] } }),
    ];

    private static Step[] Takes =>
    [
        new("createShotTake", "POST /api/shots/{shot}/takes", _ => new { source = "set", notes = "Rain.", recipe = new { provider = "sketch", seed = 7, parameters = new { style = "ink" } } }, Keep: "take"),
        new("listTakes", "GET /api/shots/{shot}/takes"),
        new("updateTake", "PATCH /api/takes/{take}", _ => new { circled = true, rating = 4 }),
        new("reviewTake", "PUT /api/takes/{take}/review", _ => new { verdict = "approved", notes = "That one." }),
        new("resetTakeReview", "DELETE /api/takes/{take}/review"),
        new("selectTake", "PUT /api/shots/{shot}/selected-take", s => new { takeId = s["take"], reason = "The boot is wet." }),
        new("getSelectedTake", "GET /api/shots/{shot}/selected-take"),
        new("getFilmStructure", "GET /api/films/{film}/structure?takes=all"),
        new("exportFilm", "GET /api/films/{film}/exports/otio"),
        new("clearSelectedTake", "DELETE /api/shots/{shot}/selected-take"),
        new("getShot", "GET /api/shots/{shot}", Keep: "shot"),
    ];

    private static Step[] Files =>
    [
        new("putMedia", "PUT /api/assets/{take}/media", _ => Picture()),
        new("getMedia", "GET /api/assets/{take}/media"),
        new("getThumbnail", "GET /api/assets/{take}/thumbnail?size=320"),
        new("importScreenplay", "POST /api/films/{film}/import?format=fountain&dryRun=true", _ => Script()),
    ];

    private static Step[] Generation =>
    [
        new("listModels", "GET /api/models"),
        new("testProvider", "POST /api/providers/sketch/test"),
        new("estimateGeneration", "POST /api/generations/estimate", _ => new { count = 2 }),
        new("generateShotTakes", "POST /api/shots/{shot}/generate", _ => new { provider = "fake", count = 1, seed = 7 }, Keep: "accepted"),
        new("cancelGeneration", "POST /api/generations/{accepted.0.generationId}/cancel"),
        new("retryGeneration", "POST /api/generations/{accepted.0.generationId}/retry"),
        new("getGeneration", "GET /api/generations/{accepted.0.generationId}"),
        new("listGenerations", "GET /api/generations"),
        new("getShotPrompt", "GET /api/shots/{shot}/prompt"),
        new("cancelShotGenerations", "POST /api/shots/{shot}/generations/cancel"),
        new("generateImages", "POST /api/assets/{anna}/generate", _ => new { provider = "fake", count = 2, seed = 7 }, Keep: "images"),
        new("cancelGeneration", "POST /api/generations/{images.1.generationId}/cancel"),
        new("setBudgets", "PUT /api/budgets", _ => new { month = 500, day = 50 }),
        new("getBudgets", "GET /api/budgets"),
        new("getCosts", "GET /api/costs?by=shot"),
        new("generateFilmTakes", "POST /api/films/{film}/generate", _ => new { provider = "fake", count = 1 }),
        new("cancelFilmGenerations", "POST /api/films/{film}/generations/cancel"),
        new("listEvents", "GET /api/events"),
        new("streamEvents", "GET /api/events/stream"),
    ];

    private static Step[] Assets =>
    [
        new("listAssetTypes", "GET /api/asset-types"),
        new("listAssets", "GET /api/assets?rootId={film}&type=shot&sort=-name"),
        new("listAssetIds", "GET /api/assets/ids?type=shot"),
        new("getAssetsByIds", "POST /api/assets/batch-get", s => new { ids = new[] { s["film"], s["take"], s["anna"] } }),
        new("getAsset", "GET /api/assets/{film}", Keep: "film"),
        new("updateAsset", "PATCH /api/assets/{film}", _ => new { details = new { type = "film", synopsis = "A way." }, metadata = new { slate = "A" } }, Keep: "film", Seen: "film"),
        new("moveAsset", "POST /api/assets/{titleShot}/move", s => new { parentId = s["scene"], before = s["shot"] }),
        new("selectChild", "PUT /api/assets/{shot}/selected-child", s => new { childId = s["take"] }),
        new("getChildren", "GET /api/assets/{film}/children?kind=contains"),
        new("getParents", "GET /api/assets/{anna}/parents"),
        new("getLineage", "GET /api/assets/{take}/lineage?direction=up&depth=3"),
        new("deleteAsset", "DELETE /api/assets/{titleShot}"),
        new("restoreAsset", "POST /api/assets/{titleShot}/restore"),
        new("createAssets", "POST /api/assets/batch", _ => new { items = new[] { new { type = "prop", name = "Boot" }, new { type = "prop", name = "Other boot" } } }, Keep: "props"),
        new("updateAssets", "PATCH /api/assets/batch", s => new { items = new[] { new { id = s["props.0.asset.id"], patch = new { name = "Left boot" } } } }),
    ];

    private static Step[] Graph =>
    [
        new("createRelationship", "POST /api/relationships", s => new { parentId = s["shot"], childId = s["props.0.asset.id"], kind = "uses_prop", sequence = 1 }, Keep: "link"),
        new("updateRelationship", "PATCH /api/relationships/{link}", _ => new { sequence = 2 }),
        new("deleteRelationship", "DELETE /api/relationships/{link}"),
    ];

    private static Step[] Gatherings =>
    [
        new("createCollection", "POST /api/collections", _ => new { name = "Boots", kind = "library" }, Keep: "boots"),
        new("listCollections", "GET /api/collections"),
        new("setCollectionMembers", "PUT /api/collections/{boots}/members", s => new { assetIds = new[] { s["props.0.asset.id"], s["props.1.asset.id"] } }),
        new("getCollectionMembers", "GET /api/collections/{boots}/members"),
        new("getCollection", "GET /api/collections/{boots}", Keep: "boots"),
        new("updateCollection", "PATCH /api/collections/{boots}", _ => new { name = "All boots" }, Keep: "boots", Seen: "boots"),
        new("deleteCollection", "DELETE /api/collections/{boots}"),
        new("createTag", "POST /api/tags", _ => new { name = "wet", colour = "#336699" }, Keep: "wet"),
        new("listTags", "GET /api/tags"),
        new("updateTag", "PATCH /api/tags/{wet}", _ => new { name = "very wet" }),
        new("setAssetTags", "PUT /api/assets/{film}/tags", _ => new { tags = new[] { "very wet", "long" } }),
        new("deleteTag", "DELETE /api/tags/{wet}"),
    ];

    private static Step[] Record =>
    [
        new("getAsset", "GET /api/assets/{mark}", Keep: "mark"),
        new("updateAsset", "PATCH /api/assets/{mark}", _ => new { name = "Marc" }, Seen: "mark"),
        new("getAssetHistory", "GET /api/assets/{mark}/history", Keep: "history"),
        new("undoEvent", "POST /api/events/{history.items.0.eventId}/undo"),
        new("exportEvents", "GET /api/events/export?format=jsonl"),
    ];

    private static Step[] SignOut => [new("logout", "POST /api/auth/logout")];

    /// <summary>A PNG of 8 by 8 grey pixels.</summary>
    private static ByteArrayContent Picture()
    {
        var bytes = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNIgQIGyhgAhHUZAVE+w4IAAAAASUVORK5CYII=");
        return new ByteArrayContent(bytes) { Headers = { ContentType = new("image/png") } };
    }

    private static StringContent Script() => new("INT. HUT - NIGHT\n\nAnna takes off her boots.\n", System.Text.Encoding.UTF8, "text/plain");
}
