using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Api.FunctionalTests.Media;

public sealed class SweepTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task What_does_not_match_is_found_and_what_can_be_repaired_is()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var (kept, lost, bent) = (await PutAsync(ada, film, "kept"), await PutAsync(ada, film, "lost"), await PutAsync(ada, film, "bent"));
        File.Delete(PathOf(lost));
        await File.WriteAllTextAsync(PathOf(bent), "something else");
        var stray = new string('a', 64);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(stray))!);
        await File.WriteAllTextAsync(PathOf(stray), "nobody's");
        var young = new string('b', 64);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(young))!);
        await File.WriteAllTextAsync(PathOf(young), "its row is on its way");
        File.SetLastWriteTimeUtc(PathOf(stray), DateTime.UnixEpoch);

        var found = await SweepAsync(repair: false);
        found.Should().BeEquivalentTo(new { Missing = new[] { lost.Sha256 }, Forgotten = Array.Empty<string>(), Unknown = new[] { stray }, Damaged = new[] { bent.Sha256 } });
        File.Exists(PathOf(stray)).Should().BeTrue("nothing is touched without being asked");

        await SweepAsync(repair: true);
        File.Exists(PathOf(stray)).Should().BeFalse();
        File.Exists(PathOf(young)).Should().BeTrue();
        File.Exists(PathOf(bent)).Should().BeFalse("it is not served as what it is not");
        (await ada.GetStringAsync($"/api/assets/{kept.Asset}/media")).Should().Be("kept");
        (await SweepAsync(repair: false)).Should().BeEquivalentTo(new { Unknown = Array.Empty<string>(), Damaged = Array.Empty<string>() });
    }

    private string folder = "";

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256[2..4], sha256);

    private async Task<MediaSwept> SweepAsync(bool repair) =>
        (await App.Services.GetRequiredService<MediaSweep>().RunAsync(repair, hashes: true, CancellationToken.None)).Single(s => s.Workspace == "ada");

    private async Task<Put> PutAsync(HttpClient ada, Guid film, string text)
    {
        folder = Path.Combine(App.DataDirectory, "media", (await App.PersonAsync("ada")).WorkspaceId.ToString("N"));
        var asset = await ada.AssetAsync("text", text, film);
        var put = await ada.PutAsync($"/api/assets/{asset}/media", new ByteArrayContent(Encoding.ASCII.GetBytes(text))).ReadAsync<JsonElement>();
        return new Put(asset, put.GetProperty("media").GetProperty("sha256").GetString()!);
    }

    private sealed record Put(Guid Asset, string Sha256)
    {
        public static implicit operator string(Put put) => put.Sha256;
    }
}
