using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Api.FunctionalTests.Generation;
using Director.Api.FunctionalTests.Harness;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Media;

public sealed class MediaTests(DirectorApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_picture_put_on_an_image_comes_back_whole_in_parts_and_by_its_hash()
    {
        var ada = await App.CreateClient("ada");
        var image = await ada.AssetAsync("image", "still", await ada.FilmAsync());
        var bytes = Png(400, 200);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var put = await PutAsync(ada, image, bytes).ReadAsync<JsonElement>();
        put.GetProperty("media").GetProperty("sha256").GetString().Should().Be(sha256);
        put.GetProperty("media").GetProperty("width").GetInt32().Should().Be(400);

        var whole = await ada.GetAsync($"/api/assets/{image}/media");
        (await whole.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        whole.Headers.ETag!.Tag.Should().Be($"\"{sha256}\"");
        whole.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        whole.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        whole.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("sandbox");
        (await ada.GetAsync($"/api/assets/{image}/media?v={sha256}")).Headers.CacheControl!.ToString().Should().Contain("immutable");
        (await ada.GetAsync($"/api/assets/{image}/media?v=other")).Headers.CacheControl!.ToString().Should().NotContain("immutable");

        var range = new HttpRequestMessage(HttpMethod.Get, $"/api/assets/{image}/media") { Headers = { Range = new RangeHeaderValue(2, 5) } };
        var part = await ada.SendAsync(range);
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).Should().Equal(bytes[2..6]);
        var known = new HttpRequestMessage(HttpMethod.Get, $"/api/assets/{image}/media") { Headers = { IfNoneMatch = { whole.Headers.ETag } } };
        (await ada.SendAsync(known)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        var head = await ada.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/api/assets/{image}/media"));
        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.Should().Be(bytes.Length);
    }

    [Theory]
    [InlineData(160)]
    [InlineData(1280)]
    public async Task A_thumbnail_is_as_wide_as_asked_and_never_wider_than_the_picture(int size)
    {
        var ada = await App.CreateClient("ada");
        var image = await ada.AssetAsync("image", "still", await ada.FilmAsync());
        await PutAsync(ada, image, Png(400, 200)).SucceedsAsync();
        using var small = SKBitmap.Decode(await ada.GetByteArrayAsync($"/api/assets/{image}/thumbnail?size={size}"));
        small.Width.Should().Be(Math.Min(size, 400));
        (await ada.GetAsync($"/api/assets/{image}/thumbnail?size=161").ProblemAsync()).Fields.Should().Equal("size");
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "media.wrongKind")]
    [InlineData("<html><script>alert(1)</script></html>", "media.wrongKind")]
    [InlineData("\u0089PNG\r\n\u001a\nnot really", "media.unsupported")]
    [InlineData("", "media.empty")]
    [InlineData("MZ\0\0", "media.unsupported")]
    public async Task What_is_no_picture_is_refused_on_an_image(string text, string code)
    {
        var ada = await App.CreateClient("ada");
        var image = await ada.AssetAsync("image", "still", await ada.FilmAsync());
        var problem = await PutAsync(ada, image, Encoding.UTF8.GetBytes(text)).ProblemAsync();
        problem.Code.Should().Be(code);
        (await ada.GetAsync($"/api/assets/{image}/media").ProblemAsync()).Code.Should().Be("asset.noMedia");
    }

    [Fact]
    public async Task A_truncated_picture_that_claims_to_be_huge_is_refused_before_it_is_decoded()
    {
        var ada = await App.CreateClient("ada");
        var image = await ada.AssetAsync("image", "still", await ada.FilmAsync());
        var bytes = Png(1, 1);
        // The header says 60,000 × 60,000; its checksum is made to fit.
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 60_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), 60_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc(bytes.AsSpan(12, 17)));
        (await PutAsync(ada, image, bytes).ProblemAsync()).Code.Should().BeOneOf("media.tooManyPixels", "media.corrupt");
    }

    [Fact]
    public async Task A_picture_put_on_a_take_becomes_its_main_output()
    {
        var ada = await App.CreateClient("ada");
        var shot = await ada.ShotAsync(await ada.FilmAsync());
        var take = await ada.AssetAsync("shot_take", "from set", shot);
        var put = await PutAsync(ada, take, Png(32, 32)).ReadAsync<JsonElement>();
        put.GetProperty("selectedChildId").ValueKind.Should().Be(JsonValueKind.String);
        (await ada.GetAsync($"/api/assets/{take}/media")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await PutAsync(ada, shot, Png(32, 32)).ProblemAsync()).Code.Should().Be("asset.holdsNoMedia");
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, Guid asset, byte[] bytes) =>
        client.PutAsync($"/api/assets/{asset}/media", new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } });

    private static byte[] Png(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
