using Director.Api.FunctionalTests.Harness;
using SkiaSharp;

namespace Director.Api.FunctionalTests.Workspaces;

/// <summary>Pictures to put on things.</summary>
internal static class Pictures
{
    /// <summary>A PNG of that size, of one colour.</summary>
    internal static byte[] Png(int width, int height, uint colour = 0xFF336699)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(colour));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    internal static Task<HttpResponseMessage> TryPutPictureAsync(this HttpClient client, Guid asset, int width, int height) =>
        client.PutAsync($"/api/assets/{asset}/media", new ByteArrayContent(Png(width, height)));

    internal static Task PutPictureAsync(this HttpClient client, Guid asset, int width, int height) => client.TryPutPictureAsync(asset, width, height).SucceedsAsync();
}
