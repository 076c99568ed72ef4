using System.Text.Encodings.Web;
using System.Text.Json;
using Director.Application.Interchange.Exports;

namespace Director.Infrastructure.Interchange.Otio;

/// <summary>
/// Writes OpenTimelineIO JSON: <c>Timeline.1</c> of <c>Stack.1</c> of <c>Track.1</c> of <c>Clip.2</c>. Every take of a shot is a media
/// reference of its clip (<c>take-3</c>), the selected one active; a shot without a pick has a <c>MissingReference.1</c> active
/// (<c>no-pick</c>), so it keeps its length and its takes in the edit. Times are <c>RationalTime.1</c>, whose rate is a double by the
/// format: the exact rational stands beside it in the metadata.
/// Source of the format: OpenTimelineIO's serialized schema documentation.
/// </summary>
internal sealed class OtioWriter : IEditWriter
{
    /// <summary>The key of the active reference of a shot without a pick.</summary>
    internal const string NoPick = "no-pick";

    public string Format => "otio";

    public string ContentType => "application/vnd.otio+json";

    public string Extension => ".otio";

    public async Task WriteAsync(CutTimeline cut, Stream to, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        new Writing(json, cut).Timeline();
        await json.FlushAsync(ct);
    }

    internal static string KeyOf(int takeNumber) => $"take-{takeNumber}";

    private readonly struct Writing(Utf8JsonWriter json, CutTimeline cut)
    {
        internal void Timeline()
        {
            Open("Timeline.1", cut.Title);
            json.WriteStartObject("metadata");
            json.WriteStartObject("director");
            json.WriteString("filmId", cut.FilmId);
            json.WriteString("frameRate", cut.Rate.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
            Time("global_start_time", 0);
            json.WritePropertyName("tracks");
            Open("Stack.1", "tracks");
            Item();
            json.WriteNull("source_range");
            json.WriteStartArray("children");
            Picture();
            foreach (var layer in cut.Audio) Sound(layer);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Picture()
        {
            Track("Picture", "Video");
            foreach (var clip in cut.Clips) Clip(clip);
            EndTrack();
        }

        private void Clip(CutClip clip)
        {
            Open("Clip.2", clip.Code);
            Range("source_range", 0, clip.Frames);
            json.WriteStartObject("media_references");
            foreach (var take in clip.Takes)
            {
                json.WritePropertyName(KeyOf(take.Number));
                Reference(take, clip);
            }

            if (clip.SelectedNumber is null)
            {
                json.WritePropertyName(NoPick);
                Missing($"{clip.Code} has no selected take", null);
            }

            json.WriteEndObject();
            json.WriteString("active_media_reference_key", clip.SelectedNumber is { } number ? KeyOf(number) : NoPick);
            json.WriteStartArray("effects");
            json.WriteEndArray();
            json.WriteStartArray("markers");
            foreach (var noted in clip.Takes.Where(t => t.Number == clip.SelectedNumber && !string.IsNullOrWhiteSpace(t.Notes))) Marker(noted);
            json.WriteEndArray();
            json.WriteBoolean("enabled", true);
            json.WriteStartObject("metadata");
            json.WriteStartObject("director");
            json.WriteString("shotId", clip.ShotId);
            json.WriteString("name", clip.Name);
            json.WriteString("sceneNumber", clip.SceneNumber);
            json.WriteString("scene", clip.SceneName);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Reference(CutTake take, CutClip clip)
        {
            var name = $"{clip.Code} T{take.Number}";
            if (take.Url is null)
            {
                Missing(name, take);
                return;
            }

            Open("ExternalReference.1", name);
            json.WriteString("target_url", take.Url);
            Range("available_range", 0, take.Frames);
            json.WriteNull("available_image_bounds");
            TakeMetadata(take);
            json.WriteEndObject();
        }

        private void Missing(string name, CutTake? take)
        {
            Open("MissingReference.1", name);
            json.WriteNull("available_range");
            json.WriteNull("available_image_bounds");
            TakeMetadata(take);
            json.WriteEndObject();
        }

        private void TakeMetadata(CutTake? take)
        {
            json.WriteStartObject("metadata");
            if (take is not null)
            {
                json.WriteStartObject("director");
                json.WriteString("takeId", take.TakeId);
                json.WriteNumber("number", take.Number);
                json.WriteBoolean("circled", take.Circled);
                json.WriteBoolean("rejected", take.Rejected);
                json.WriteString("notes", take.Notes);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        private void Marker(CutTake take)
        {
            Open("Marker.2", $"Take {take.Number}");
            Range("marked_range", 0, 1);
            json.WriteString("color", "YELLOW");
            json.WriteString("comment", take.Notes);
            json.WriteStartObject("metadata");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Sound(CutAudioLayer layer)
        {
            Track($"Audio {layer.Index + 1}", "Audio");
            var at = 0L;
            foreach (var clip in layer.Clips)
            {
                if (clip.StartFrame > at)
                {
                    Open("Gap.1", "");
                    Range("source_range", 0, clip.StartFrame - at);
                    Item();
                    json.WriteEndObject();
                }

                Open("Clip.2", clip.Name);
                Range("source_range", 0, clip.Frames);
                json.WriteStartObject("media_references");
                json.WritePropertyName("DEFAULT_MEDIA");
                if (clip.Url is null)
                {
                    Missing(clip.Name, null);
                }
                else
                {
                    Open("ExternalReference.1", clip.Name);
                    json.WriteString("target_url", clip.Url);
                    Range("available_range", 0, clip.Frames);
                    json.WriteNull("available_image_bounds");
                    json.WriteStartObject("metadata");
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndObject();
                json.WriteString("active_media_reference_key", "DEFAULT_MEDIA");
                Item();
                json.WriteEndObject();
                at = clip.StartFrame + clip.Frames;
            }

            EndTrack();
        }

        private void Track(string name, string kind)
        {
            Open("Track.1", name);
            json.WriteString("kind", kind);
            json.WriteNull("source_range");
            Item();
            json.WriteStartArray("children");
        }

        private void EndTrack()
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }

        /// <summary>What every item of the format carries besides its own.</summary>
        private void Item()
        {
            json.WriteStartArray("effects");
            json.WriteEndArray();
            json.WriteStartArray("markers");
            json.WriteEndArray();
            json.WriteBoolean("enabled", true);
            json.WriteStartObject("metadata");
            json.WriteEndObject();
        }

        private void Open(string schema, string name)
        {
            json.WriteStartObject();
            json.WriteString("OTIO_SCHEMA", schema);
            json.WriteString("name", name);
        }

        private void Range(string property, long start, long duration)
        {
            json.WriteStartObject(property);
            json.WriteString("OTIO_SCHEMA", "TimeRange.1");
            Time("start_time", start);
            Time("duration", duration);
            json.WriteEndObject();
        }

        private void Time(string property, long frames)
        {
            json.WriteStartObject(property);
            json.WriteString("OTIO_SCHEMA", "RationalTime.1");
            json.WriteNumber("rate", cut.Rate.ToDouble());
            json.WriteNumber("value", (double)frames);
            json.WriteEndObject();
        }
    }
}
