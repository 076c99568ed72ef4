using System.Text.Json;
using Director.Application.Interchange.Cuts;
using Director.Domain.Films;
using Director.Infrastructure.Interchange.Otio;

namespace Director.Infrastructure.UnitTests.Interchange;

public sealed class OtioWriterTests
{
    private static readonly CutTimeline Film = new()
    {
        Title = "Долг смотрителя",
        Rate = FrameRate.FilmOnNtsc,
        StartFrame = 86400,
        Metadata = new Dictionary<string, string> { ["filmId"] = "f1" },
        Tracks =
        [
            new CutTrack("Picture", CutTrackKind.Video,
            [
                new CutClip(96)
                {
                    Name = "Mira climbs", Code = "SH0010", SceneNumber = "1", SourceStartFrame = 12, SelectedTake = 3,
                    Markers = [new CutMarker(4, 0, "Oleg", "Too dark?")],
                    Takes =
                    [
                        new CutTake { Number = 1, Name = "SH0010 take 1", MediaPath = "media/SH0010 take 1.mov", MediaFrames = 200, MediaRate = FrameRate.Pal },
                        new CutTake { Number = 2, Name = "SH0010 take 2" },
                        new CutTake { Number = 3, Name = "SH0010 take 3", MediaPath = "media/SH0010_take-3.png", IsStill = true },
                    ],
                },
                new CutClip(24) { Name = "No pick", Code = "SH0020", Takes = [new CutTake { Number = 1, Name = "t", MediaPath = "https://media.example/t.png?x=1" }] },
                new CutClip(48) { Name = "No takes", Code = "SH0030", Takes = [] },
            ]),
            new CutTrack("Layer 1", CutTrackKind.Audio, [new CutGap(96), new CutClip(72) { Name = "Rain", SelectedTake = 1, Takes = [new CutTake { Number = 1, Name = "rain", MediaPath = "media/rain.wav" }] }]),
        ],
    };

    private static async Task<JsonElement> Written(CutTimeline timeline)
    {
        using var stream = new MemoryStream();
        await new OtioWriter().WriteAsync(timeline, stream, CancellationToken.None);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static async Task<JsonElement> Clip(int index) =>
        (await Written(Film)).GetProperty("tracks").GetProperty("children")[0].GetProperty("children")[index];

    [Fact]
    public async Task A_timeline_holds_to_the_schemas()
    {
        var timeline = await Written(Film);

        OtioChecker.Check(timeline, "Timeline.1");
        timeline.GetProperty("name").GetString().Should().Be("Долг смотрителя");
        timeline.GetProperty("tracks").GetProperty("children").EnumerateArray().Select(track => track.GetProperty("kind").GetString()).Should().Equal("Video", "Audio");
    }

    [Fact]
    public async Task All_takes_are_there_and_the_selected_one_is_active()
    {
        var clip = await Clip(0);

        var references = clip.GetProperty("media_references");
        references.EnumerateObject().Select(reference => reference.Name).Should().Equal("take-1", "take-2", "take-3");
        clip.GetProperty("active_media_reference_key").GetString().Should().Be("take-3");
        references.GetProperty("take-1").GetProperty("target_url").GetString().Should().Be("media/SH0010%20take%201.mov");
        references.GetProperty("take-1").GetProperty("available_range").GetProperty("duration").GetProperty("rate").GetDouble().Should().Be(25);
        references.GetProperty("take-2").GetProperty("OTIO_SCHEMA").GetString().Should().Be("MissingReference.1");
        references.GetProperty("take-3").GetProperty("available_range").GetProperty("start_time").GetProperty("value").GetInt64().Should().Be(12);
        references.GetProperty("take-3").GetProperty("available_range").GetProperty("duration").GetProperty("value").GetInt64().Should().Be(96);
    }

    [Fact]
    public async Task The_rate_is_the_closest_double_and_exact_in_the_metadata()
    {
        var clip = await Clip(0);

        var start = clip.GetProperty("source_range").GetProperty("start_time");
        start.GetProperty("rate").GetRawText().Should().Be("23.976023976023978");
        start.GetProperty("value").GetInt64().Should().Be(12);
        var rate = clip.GetProperty("metadata").GetProperty("director").GetProperty("rate");
        (rate.GetProperty("numerator").GetInt32(), rate.GetProperty("denominator").GetInt32()).Should().Be((24000, 1001));
    }

    [Theory]
    [InlineData(1, new[] { "DEFAULT_MEDIA", "take-1" }, 24)]
    [InlineData(2, new[] { "DEFAULT_MEDIA" }, 48)]
    public async Task A_shot_without_a_pick_keeps_its_place_with_missing_media(int index, string[] keys, int frames)
    {
        var clip = await Clip(index);

        clip.GetProperty("media_references").EnumerateObject().Select(reference => reference.Name).Should().Equal(keys);
        clip.GetProperty("active_media_reference_key").GetString().Should().Be("DEFAULT_MEDIA");
        clip.GetProperty("media_references").GetProperty("DEFAULT_MEDIA").GetProperty("OTIO_SCHEMA").GetString().Should().Be("MissingReference.1");
        clip.GetProperty("source_range").GetProperty("duration").GetProperty("value").GetInt32().Should().Be(frames);
    }

    [Fact]
    public async Task Markers_stand_in_the_clips_own_time()
    {
        var marker = (await Clip(0)).GetProperty("markers")[0];

        marker.GetProperty("comment").GetString().Should().Be("Too dark?");
        marker.GetProperty("marked_range").GetProperty("start_time").GetProperty("value").GetInt32().Should().Be(16);
    }

    [Fact]
    public async Task A_selected_take_that_is_not_there_leaves_no_dangling_key()
    {
        var film = Film with { Tracks = [new CutTrack("Picture", CutTrackKind.Video, [new CutClip(24) { Name = "x", SelectedTake = 9, Takes = [] }])] };

        OtioChecker.Check(await Written(film), "Timeline.1");
    }
}
