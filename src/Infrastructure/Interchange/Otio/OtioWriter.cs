using System.Text.Encodings.Web;
using System.Text.Json;
using Director.Application.Interchange.Cuts;

namespace Director.Infrastructure.Interchange.Otio;

/// <summary>
/// Writes OpenTimelineIO JSON: <c>Timeline.1 Stack.1 Track.1 Clip.2 Gap.1 Marker.2</c>, the versions that every reader since 0.15 knows
/// (https://opentimelineio.readthedocs.io, file format specification).
/// </summary>
/// <remarks>
/// A shot is one clip with all its takes as media references, "take-3" for take 3, and the selected one active. A shot without a pick
/// is a clip as well, not a gap, so that its name, length and takes are in the edit: the active reference is then a missing one under OTIO's own key for the default,
/// <c>DEFAULT_MEDIA</c>. A take without media is a missing reference too. A still's available range is the range the clip uses, since it lasts as long as it is wanted.
/// OTIO keeps rates as doubles; the exact fraction stands in the metadata under "director".
/// </remarks>
public sealed class OtioWriter : ICutWriter
{
    private const string NoPick = "DEFAULT_MEDIA";

    // Names in any script stay readable; the file is never put into a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "otio";

    /// <inheritdoc/>
    public string ContentType => "application/vnd.otio+json";

    /// <inheritdoc/>
    public async Task WriteAsync(CutTimeline timeline, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        var write = new OtioJson(json);
        write.Start("Timeline.1", timeline.Title);
        write.Metadata(timeline.Metadata, timeline.Rate);
        write.Time("global_start_time", timeline.StartFrame, timeline.Rate);
        write.Start("Stack.1", "tracks", property: "tracks");
        write.Composition();
        json.WriteStartArray("children");
        foreach (var track in timeline.Tracks)
        {
            write.Start("Track.1", track.Name);
            write.Composition();
            json.WriteString("kind", track.Kind == CutTrackKind.Audio ? "Audio" : "Video");
            json.WriteStartArray("children");
            foreach (var item in track.Items)
            {
                Write(write, json, item, timeline);
                // Bytes go out as they are made: a film of 2,000 shots with all takes is some tens of megabytes.
                if (json.BytesPending > 64 * 1024) await json.FlushAsync(cancellationToken);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Write(OtioJson write, Utf8JsonWriter json, CutItem item, CutTimeline timeline)
    {
        if (item is not CutClip clip)
        {
            write.Start("Gap.1", "");
            write.Range("source_range", 0, item.DurationFrames, timeline.Rate);
            write.Item([], timeline.Rate);
            write.Metadata(null, null);
            json.WriteEndObject();
            return;
        }

        write.Start("Clip.2", clip.Code ?? clip.Name);
        write.Range("source_range", clip.SourceStartFrame, clip.DurationFrames, timeline.Rate);
        write.Item([.. clip.Markers.Select(marker => marker with { StartFrame = clip.SourceStartFrame + marker.StartFrame })], timeline.Rate);
        write.Metadata(clip.Metadata, timeline.Rate, ("name", clip.Name), ("code", clip.Code), ("scene", clip.SceneNumber));

        json.WriteStartObject("media_references");
        var hasPick = clip.Takes.Any(take => take.Number == clip.SelectedTake);
        if (!hasPick)
        {
            write.Start("MissingReference.1", clip.Name, NoPick);
            write.Range("available_range", clip.SourceStartFrame, clip.DurationFrames, timeline.Rate);
            write.EndReference(null, null);
        }

        foreach (var take in clip.Takes) WriteTake(write, json, take, clip, timeline);
        json.WriteEndObject();
        json.WriteString("active_media_reference_key", hasPick ? KeyOf(clip.SelectedTake!.Value) : NoPick);
        json.WriteEndObject();
    }

    private static void WriteTake(OtioJson write, Utf8JsonWriter json, CutTake take, CutClip clip, CutTimeline timeline)
    {
        var rate = take.MediaRate ?? timeline.Rate;
        write.Start(take.MediaPath is null ? "MissingReference.1" : "ExternalReference.1", take.Name, KeyOf(take.Number));
        if (take.IsStill) write.Range("available_range", clip.SourceStartFrame, clip.DurationFrames, timeline.Rate);
        else if (take.MediaFrames is { } frames) write.Range("available_range", take.MediaStartFrame, frames, rate);
        else json.WriteNull("available_range");
        if (take.MediaPath is not null) json.WriteString("target_url", OtioJson.Url(take.MediaPath));
        write.EndReference(take.Metadata, rate, ("take", take.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string KeyOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"take-{number}");
}
