using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Director.Api.FunctionalTests.Uploads;

/// <summary>The tus protocol, call by call.</summary>
internal static class TusClient
{
    internal static Task<HttpResponseMessage> BeginAsync(this HttpClient client, long length, string target, Guid id, string name = "clip.mp4") =>
        client.SendAsync(Request(HttpMethod.Post, "/api/uploads", r =>
        {
            r.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
            r.Headers.Add("Upload-Metadata", $"filename {Base64(name)},filetype {Base64("video/mp4")},{target} {Base64(id.ToString())}");
        }));

    internal static Task<HttpResponseMessage> PartAsync(this HttpClient client, Uri upload, long offset, byte[] bytes, string? checksum = null, Func<Task>? cut = null) =>
        client.SendAsync(Request(HttpMethod.Patch, upload.ToString(), r =>
        {
            r.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            if (checksum is not null) r.Headers.Add("Upload-Checksum", checksum);
            r.Content = cut is null ? new ByteArrayContent(bytes) : new CutContent(bytes, cut);
            r.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }));

    internal static async Task<long> OffsetAsync(this HttpClient client, Uri upload)
    {
        using var head = await client.SendAsync(Request(HttpMethod.Head, upload.ToString(), _ => { }));
        head.StatusCode.Should().Be(HttpStatusCode.OK);
        return long.Parse(head.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
    }

    internal static HttpRequestMessage Request(HttpMethod method, string path, Action<HttpRequestMessage> fill)
    {
        var request = new HttpRequestMessage(method, path) { Headers = { { "Tus-Resumable", "1.0.0" } } };
        fill(request);
        return request;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>A body whose line breaks when half of it is sent and something has come about.</summary>
    private sealed class CutContent(byte[] bytes, Func<Task> when) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            await when();
            throw new IOException("The line is cut.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
