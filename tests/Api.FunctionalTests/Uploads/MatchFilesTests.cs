using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;

namespace Director.Api.FunctionalTests.Uploads;

public sealed class MatchFilesTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Files_are_matched_to_shots_and_takes_by_their_names()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var (first, second, slated) = (await ada.ShotAsync(film), await ada.ShotAsync(film), await ada.ShotAsync(film));
        await RecodeAsync(ada, slated, "12A");
        var take = await ada.PostAsync<JsonElement>($"/api/shots/{first}/takes", new { source = "set" });

        var answer = await ada.PostAsync<JsonElement>($"/api/films/{film}/match-files", new
        {
            names = new[]
            {
                "SH0020_T02.mov", "sh10 take 1.mp4", "Harbour_SH-0010_tk003.mxf", "dailies/SH0020/C0001.mov", "12A-4.mov", "12AB-4.mov", "SH00100_T1.mov", "holiday.jpg",
                "SH0010_SH0020.mov", "again/SH10_T3.mov", "SH0020.png",
            },
        });

        answer.GetProperty("matches").EnumerateArray().Select(m => (m.GetProperty("name").GetString(), m.GetProperty("shotId").GetGuid(), Number(m))).Should().Equal(
            ("sh10 take 1.mp4", first, 1), ("Harbour_SH-0010_tk003.mxf", first, 3),
            ("SH0020_T02.mov", second, 2), ("SH0020.png", second, null), ("dailies/SH0020/C0001.mov", second, null),
            ("12A-4.mov", slated, 4));
        answer.GetProperty("matches")[0].GetProperty("takeId").GetGuid().Should().Be(take.GetProperty("id").GetGuid(), "that take is there already");
        answer.GetProperty("matches")[0].GetProperty("hasFile").GetBoolean().Should().BeFalse();
        answer.GetProperty("unmatched").EnumerateArray().Select(m => (m.GetProperty("name").GetString(), m.GetProperty("reason").GetString())).Should().Equal(
            ("12AB-4.mov", "noShot"), ("SH00100_T1.mov", "noShot"), ("holiday.jpg", "noShot"), ("SH0010_SH0020.mov", "ambiguous"), ("again/SH10_T3.mov", "twice"));
        (await ada.PostJsonAsync($"/api/films/{Guid.CreateVersion7()}/match-files", new { names = new[] { "a" } }).ProblemAsync()).Code.Should().Be("film.notFound");
    }

    private static int? Number(JsonElement match) => match.GetProperty("takeNumber") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static async Task RecodeAsync(HttpClient client, Guid shot, string code)
    {
        var version = (await client.GetAsync<JsonElement>($"/api/assets/{shot}")).GetProperty("version").GetInt64();
        await client.PatchAsync<JsonElement>($"/api/assets/{shot}", new { code }, version);
    }
}
