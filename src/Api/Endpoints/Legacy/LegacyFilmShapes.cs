using System.Text.Json.Serialization;
using Director.Application.Assets;
using Director.Domain.Assets;
using Director.Domain.Assets.Types;

namespace Director.Api.Endpoints.Legacy;

/// <summary>A take as the former system showed it: its shots were results.</summary>
/// <param name="Id">The take.</param>
/// <param name="ShotId">The shot it is a take of.</param>
/// <param name="FilmProjectId">The film.</param>
/// <param name="VideoUrl">Its clip.</param>
/// <param name="ThumbnailUrl">A small picture of it.</param>
/// <param name="ImageUrl">Its picture.</param>
/// <param name="AudioUrl">Its sound.</param>
/// <param name="Prompt">What it was made from.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="SequenceOrder">The shot's place in the film, from 0.</param>
/// <param name="Status">approved, rejected, needs_revision or completed.</param>
/// <param name="Review">What a review said; null: there is none.</param>
internal sealed record LegacyShot(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("shot_id")] Guid? ShotId, [property: JsonPropertyName("film_project_id")] Guid FilmProjectId,
    [property: JsonPropertyName("video_url")] string? VideoUrl, [property: JsonPropertyName("thumbnail_url")] string? ThumbnailUrl, [property: JsonPropertyName("image_url")] string? ImageUrl,
    [property: JsonPropertyName("audio_url")] string? AudioUrl, [property: JsonPropertyName("prompt")] string? Prompt, [property: JsonPropertyName("duration")] double? Duration,
    [property: JsonPropertyName("sequence_order")] int? SequenceOrder, [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("review")] LegacyReview? Review)
{
    private const double FramesPerSecond = 24;

    internal static LegacyShot Of(AssetDto take, AssetDto? shot, int? place, IReadOnlyList<AssetDto> outputs)
    {
        var details = (ShotTakeDetails)take.Details;
        var review = take.Verdict is null ? null : new LegacyReview(Word(take.Verdict), details.DirectorNotes, take.Metadata.GetValueOrDefault("reviewer"), take.UpdatedAt);
        return new(
            take.Id, take.ParentId, take.RootId, Url("video"), take.Media is null ? null : $"/api/assets/{take.Id}/thumbnail", Url("image"), Url("audio"),
            details.Recipe?.Prompt ?? (shot?.Details as ShotDetails)?.Prompt, (shot?.Details as ShotDetails)?.DurationFrames / FramesPerSecond, place, review?.Status ?? "completed", review);

        string? Url(string type) => outputs.FirstOrDefault(o => o.Type == type)?.UrlOf();
    }

    /// <summary>A verdict as the former system wrote it.</summary>
    internal static string Word(string verdict) => verdict == Verdict.NeedsRevision ? "needs_revision" : verdict;

    /// <summary>A former status as a verdict; what is none is refused by the review itself.</summary>
    internal static string VerdictOf(string status) => status == "needs_revision" ? Verdict.NeedsRevision : status;
}

/// <summary>Takes as the former system listed them.</summary>
/// <param name="Shots">What was found.</param>
/// <param name="Total">How many.</param>
internal sealed record LegacyShots([property: JsonPropertyName("shots")] IReadOnlyList<LegacyShot> Shots, [property: JsonPropertyName("total")] int Total);

/// <summary>What a review said.</summary>
/// <param name="Status">approved, rejected or needs_revision.</param>
/// <param name="Notes">The notes.</param>
/// <param name="Reviewer">Who, as the former system had it.</param>
/// <param name="ReviewedAt">When.</param>
internal sealed record LegacyReview(
    [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("notes")] string? Notes, [property: JsonPropertyName("reviewer")] string? Reviewer,
    [property: JsonPropertyName("reviewed_at")] DateTimeOffset ReviewedAt);

/// <summary>A review to be.</summary>
/// <param name="Status">approved, rejected or needs_revision.</param>
/// <param name="Notes">The notes.</param>
/// <param name="Reviewer">Passed over: whoever has the key reviews.</param>
internal sealed record LegacyNewReview(
    [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("notes")] string? Notes = null, [property: JsonPropertyName("reviewer")] string? Reviewer = null);

/// <summary>How far the reviews of a film are.</summary>
/// <param name="Total">Takes.</param>
/// <param name="Approved">Approved ones.</param>
/// <param name="Rejected">Rejected ones.</param>
/// <param name="NeedsRevision">Those that need revision.</param>
/// <param name="Pending">Those without a review.</param>
/// <param name="Progress">How many of a hundred have been reviewed.</param>
internal sealed record LegacyFilmStats(
    [property: JsonPropertyName("total")] int Total, [property: JsonPropertyName("approved")] int Approved, [property: JsonPropertyName("rejected")] int Rejected,
    [property: JsonPropertyName("needs_revision")] int NeedsRevision, [property: JsonPropertyName("pending")] int Pending, [property: JsonPropertyName("progress")] double Progress);

/// <summary>A shot as the former storyboard showed it.</summary>
/// <param name="Id">The shot.</param>
/// <param name="FilmId">The film.</param>
/// <param name="SceneId">The scene; null: none.</param>
/// <param name="ShotNumber">Its number in the film, from 1.</param>
/// <param name="SequenceOrder">Its place in the film, from 0.</param>
/// <param name="Prompt">What is asked of a provider.</param>
/// <param name="ShotType">How much of the subject is seen.</param>
/// <param name="CameraMotion">How the camera moves.</param>
/// <param name="DurationSeconds">How long it runs.</param>
internal sealed record LegacyStoryboardShot(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("film_id")] Guid FilmId, [property: JsonPropertyName("scene_id")] Guid? SceneId,
    [property: JsonPropertyName("shot_number")] int ShotNumber, [property: JsonPropertyName("sequence_order")] int SequenceOrder, [property: JsonPropertyName("prompt")] string? Prompt,
    [property: JsonPropertyName("shot_type")] string? ShotType, [property: JsonPropertyName("camera_motion")] string? CameraMotion, [property: JsonPropertyName("duration_seconds")] double? DurationSeconds);

/// <summary>A shot's new place.</summary>
/// <param name="ShotId">The shot.</param>
/// <param name="SequenceOrder">Its place among those named here; the lowest goes first.</param>
internal sealed record LegacySequence([property: JsonPropertyName("shot_id")] string ShotId, [property: JsonPropertyName("sequence_order")] int SequenceOrder);
