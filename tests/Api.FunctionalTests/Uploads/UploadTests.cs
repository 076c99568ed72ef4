using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;
using Director.Infrastructure.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Director.Domain.Workspaces;

namespace Director.Api.FunctionalTests.Uploads;

public sealed class UploadTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_file_in_parts_becomes_a_new_take_of_its_shot()
    {
        var ada = await App.CreateClient("ada");
        var shot = await ada.ShotAsync(await ada.FilmAsync());
        var bytes = Picture();
        using var begun = await ada.BeginAsync(bytes.Length, "shotId", shot, "SH0010_T01.png");
        begun.StatusCode.Should().Be(HttpStatusCode.Created);
        begun.Headers.GetValues("Tus-Resumable").Should().Equal("1.0.0");
        begun.Headers.Contains("Upload-Expires").Should().BeTrue();
        var upload = begun.Headers.Location!;

        (await ada.OffsetAsync(upload)).Should().Be(0);
        (await ada.PartAsync(upload, 5, bytes[5..])).StatusCode.Should().Be(HttpStatusCode.Conflict, "the part does not follow what is there");
        var wrong = await ada.PartAsync(upload, 0, bytes[..50], $"sha1 {Convert.ToBase64String(new byte[20])}");
        ((int)wrong.StatusCode).Should().Be(460);
        (await ada.OffsetAsync(upload)).Should().Be(0, "a damaged part is not kept");
        (await ada.PartAsync(upload, 0, bytes[..50], $"sha256 {Convert.ToBase64String(SHA256.HashData(bytes.AsSpan(0, 50)))}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await ada.OffsetAsync(upload)).Should().Be(50);
        (await ada.PartAsync(upload, 50, [.. bytes[50..], 0])).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge, "that is more than was announced");
        var colleague = await App.CreateMember("bob", (await App.PersonAsync("ada")).WorkspaceId, "owner");
        (await colleague.PartAsync(upload, 50, bytes[50..])).StatusCode.Should().Be(HttpStatusCode.NotFound, "it is somebody else's");
        (await (await App.CreateClient("eve")).PartAsync(upload, 50, bytes[50..])).StatusCode.Should().Be(HttpStatusCode.NotFound);

        (await ada.PartAsync(upload, 50, bytes[50..])).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await ada.OffsetAsync(upload)).Should().Be(bytes.Length);
        var take = (await ada.GetAsync<JsonElement>(upload.ToString())).GetProperty("assetId").GetGuid();
        (await ada.GetByteArrayAsync($"/api/assets/{take}/media")).Should().Equal(bytes);
        var made = await ada.GetAsync<JsonElement>($"/api/assets/{take}");
        made.GetProperty("number").GetInt32().Should().Be(1);
        made.GetProperty("description").GetString().Should().Be("SH0010_T01.png");
        (await ada.GetAsync<JsonElement[]>($"/api/shots/{shot}/takes")).Should().HaveCount(1, "it was finished once");
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_before_its_bytes_come()
    {
        var ada = await App.CreateClient("ada");
        var film = await ada.FilmAsync();
        var image = await ada.AssetAsync("image", "still", film);
        (await ada.BeginAsync(3L * 1024 * 1024 * 1024, "assetId", image)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await ada.BeginAsync(10, "assetId", film).ProblemAsync()).Code.Should().Be("asset.holdsNoMedia");
        (await ada.BeginAsync(10, "assetId", Guid.CreateVersion7()).ProblemAsync()).Code.Should().Be("asset.notFound");
        (await ada.SendAsync(TusClient.Request(HttpMethod.Post, "/api/uploads", r => r.Headers.Add("Upload-Length", "10"))).ProblemAsync()).HttpStatus.Should().Be(422);
        await App.Database.ExecuteAsync("update workspaces set storage_quota_bytes = 1000");
        (await ada.BeginAsync(600, "assetId", image)).StatusCode.Should().Be(HttpStatusCode.Created);
        (await ada.BeginAsync(600, "assetId", image)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge, "what others will bring counts too");

        var plain = App.CreateDefaultClient(new Uri("http://localhost"));
        plain.DefaultRequestHeaders.Authorization = ada.DefaultRequestHeaders.Authorization;
        using var old = new HttpRequestMessage(HttpMethod.Post, "/api/uploads") { Headers = { { "Tus-Resumable", "0.2.2" }, { "Upload-Length", "10" } } };
        var refused = await plain.SendAsync(old);
        refused.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        refused.Headers.GetValues("Tus-Version").Should().Equal("1.0.0");
        var rules = await plain.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/uploads"));
        rules.Headers.GetValues("Tus-Extension").Single().Should().Be("creation,checksum,termination,expiration");
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_at_the_end_and_forgotten()
    {
        var ada = await App.CreateClient("ada");
        var image = await ada.AssetAsync("image", "still", await ada.FilmAsync());
        var upload = (await ada.BeginAsync(13, "assetId", image)).Headers.Location!;
        (await ada.PartAsync(upload, 0, Encoding.ASCII.GetBytes("<html></html>")).ProblemAsync()).Code.Should().Be("media.wrongKind");
        (await ada.GetAsync(upload).ProblemAsync()).Code.Should().Be("upload.notFound");
        (await ada.GetAsync($"/api/assets/{image}/media").ProblemAsync()).Code.Should().Be("asset.noMedia");
    }

    [Fact]
    public async Task An_upload_that_is_given_up_or_has_expired_leaves_nothing()
    {
        var ada = await App.CreateClient("ada");
        var workspace = (await App.PersonAsync("ada")).WorkspaceId;
        var image = await ada.AssetAsync("image", "still", await ada.FilmAsync());
        var folder = Path.Combine(App.DataDirectory, "media", workspace.ToString("N"), "arriving", "uploads");
        var (given, left) = ((await ada.BeginAsync(100, "assetId", image)).Headers.Location!, (await ada.BeginAsync(100, "assetId", image)).Headers.Location!);
        await ada.PartAsync(given, 0, new byte[50]).SucceedsAsync();
        await ada.PartAsync(left, 0, new byte[50]).SucceedsAsync();
        Directory.GetFiles(folder).Should().HaveCount(2);

        await ada.SendAsync(TusClient.Request(HttpMethod.Delete, given.ToString(), _ => { })).SucceedsAsync();
        Directory.GetFiles(folder).Should().HaveCount(1);
        (await ada.GetAsync(given).ProblemAsync()).Code.Should().Be("upload.notFound");

        await App.Database.ExecuteAsync("update uploads set expires_at = now() - interval '1 minute'");
        (await ada.GetAsync(left).ProblemAsync()).Code.Should().Be("upload.notFound");
        await App.Services.GetRequiredService<UploadSweep>().SweepAsync(new WorkspaceId(workspace), CancellationToken.None);
        Directory.GetFiles(folder).Should().BeEmpty();
        (await App.Database.ListAsync<long>("select count(*) from uploads")).Should().Equal(0L);
    }

    private static byte[] Picture()
    {
        using var bitmap = new SkiaSharp.SKBitmap(60, 40);
        bitmap.Erase(SkiaSharp.SKColors.Firebrick);
        return bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100).ToArray();
    }
}
