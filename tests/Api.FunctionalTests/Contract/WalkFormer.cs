using System.Text;

namespace Director.Api.FunctionalTests.Contract;

/// <summary>The former system's addresses.</summary>
internal static class WalkFormer
{
    internal static Step[] Steps =>
    [
        new("legacyGetHealth", "GET /api/health"),
        new("legacyGetDatabaseHealth", "GET /api/health/db"),
        new("legacyGetStorageHealth", "GET /api/health/storage"),
        new("legacyCreateCharacter", "POST /api/characters", _ => new { name = "Former", workspace_id = "w1", reference_images = new[] { "https://example.test/a.png" }, attributes = new { character_type = "robot", material = "tin" } }, Keep: "former"),
        new("legacyListCharacters", "GET /api/characters?search=Former"),
        new("legacyGetCharacter", "GET /api/characters/{former}"),
        new("legacyUpdateCharacter", "PUT /api/characters/{former}", _ => new { description = "Of tin." }),
        new("legacyAddCharacterProject", "POST /api/characters/{former}/add-project?project_id={film}"),
        new("legacyListCharacterTypes", "GET /api/characters/types/available"),
        new("legacyListCharacterModels", "GET /api/characters/models/available"),
        new("legacyDeleteCharacter", "DELETE /api/characters/{former}"),
        new("legacyListShots", "GET /api/film/shots?status=completed"),
        new("legacyListFilmShots", "GET /api/film/projects/{film}/shots"),
        new("legacyGetShot", "GET /api/film/shots/{take}"),
        new("legacyReviewShot", "POST /api/film/shots/{take}/review", _ => new { status = "needs_revision", notes = "Again.", reviewer = "Lena" }),
        new("legacyResetShotReview", "DELETE /api/film/shots/{take}/review"),
        new("legacyGetFilmStats", "GET /api/film/projects/{film}/stats"),
        new("legacyListStoryboard", "GET /api/storyboard/shots/by-film/{film}"),
        new("legacySetSequence", "PUT /api/storyboard/shots/batch-sequence", s => new[] { new { shot_id = s["shot"], sequence_order = 0 } }),
        new("createAsset", "POST /api/assets", _ => new { type = "text", name = "Read", details = new { language = "en" } }, Keep: "formerText"),
        new("putMedia", "PUT /api/assets/{formerText}/media", _ => new StringContent("The lamp goes out.", Encoding.UTF8, "text/plain")),
        new("legacyListContent", "GET /api/v1/content?page=1&page_size=10&language=en"),
        new("legacyGetContent", "GET /api/v1/content/{formerText}"),
        new("legacyGetContentText", "GET /api/v1/content/{formerText}/text"),
        new("legacySetContentLanguage", "PATCH /api/v1/content/{formerText}/language", _ => new { language = "ru" }),
        new("legacyListTags", "GET /api/v1/tags"),
        new("legacyUpdateAsset", "PUT /api/assets/{formerText}", _ => new { name = "Read once", is_favorite = true }),
        new("legacyToggleFavorite", "POST /api/assets/{formerText}/toggle-favorite"),
        new("legacyGetAssetStats", "GET /api/assets/stats/summary"),
        new("legacyDeleteContent", "DELETE /api/v1/content/{formerText}"),
        new("legacyDeleteAssets", "POST /api/assets/bulk-delete", s => new { asset_ids = new[] { s["formerText"] } }),
    ];
}
