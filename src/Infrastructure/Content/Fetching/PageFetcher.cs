using System.Net;
using Director.Application.Content;
using Director.Domain.Content;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Content.Fetching;

/// <summary>
/// Fetches what somebody pasted an address of. The address and every redirect are hostile: only http and https on the web's ports, only
/// addresses of the internet, judged when they are connected to (<see cref="Connections"/>), no cookies, no proxy, no credentials, and an end to
/// time and size, also to what is unpacked on the way.
/// </summary>
internal sealed class PageFetcher(IHttpClientFactory clients, IContentRules rules, FetchLimits limits, DirectorSettings settings)
{
    internal const string Client = "content";

    /// <summary>Fetches one page or file.</summary>
    /// <param name="address">As it was accepted.</param>
    /// <param name="arrived">Told the share that has arrived, 0 to 100, where the size is known.</param>
    /// <exception cref="ContentTroubleException">It cannot be had.</exception>
    internal async Task<Fetched> FetchAsync(Uri address, Action<int> arrived, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Fetch);
        try
        {
            using var client = clients.CreateClient(Client);
            var at = address;
            for (var hops = 0; hops <= limits.Redirects; hops++)
            {
                if (rules.CheckAddress(at) is { } refused) throw new ContentTroubleException(ExtractionCause.AddressRefused, $"{Shown(at)} is not called: {refused.Message}");
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain,application/xml;q=0.9,*/*;q=0.5");
                request.Headers.TryAddWithoutValidation("User-Agent", "Director (content extraction)");
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } onward)
                {
                    at = new Uri(at, onward);
                    continue;
                }

                if (!response.IsSuccessStatusCode) throw Status(response.StatusCode, at);
                return new Fetched(await KeepAsync(response, arrived, limit.Token), response.Content.Headers.ContentType?.ToString(), at);
            }

            throw new ContentTroubleException(ExtractionCause.SourceRefused, $"{Shown(address)} sends from one address to the next and never to a page.");
        }
        catch (Exception e) when (IsPrivate(e))
        {
            throw new ContentTroubleException(ExtractionCause.AddressRefused, "The address leads into this network; it was not called.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ContentTroubleException(ExtractionCause.Unreachable, $"{Shown(address)} took longer than {limits.Fetch.TotalSeconds:0} seconds.", retryable: true);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && ProviderChannel.IsOfTheNetwork(e))
        {
            throw new ContentTroubleException(ExtractionCause.Unreachable, $"{Shown(address)} does not answer.", retryable: true);
        }
    }

    private async Task<Stream> KeepAsync(HttpResponseMessage response, Action<int> arrived, CancellationToken ct)
    {
        var said = response.Content.Headers.ContentLength;
        if (said > rules.MaxBytes) throw TooLarge();
        var file = ArrivingFile.Create(settings);
        try
        {
            await using var from = await response.Content.ReadAsStreamAsync(ct);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await from.ReadAsync(buffer, ct)) > 0)
            {
                if (file.Length + read > rules.MaxBytes) throw TooLarge();
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                if (said > 0) arrived((int)Math.Min(100, file.Length * 100 / said.Value));
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private ContentTroubleException TooLarge() => new(ExtractionCause.TooLarge, $"It has more than {rules.MaxBytes >> 20} MB.");

    private static ContentTroubleException Status(HttpStatusCode status, Uri at) =>
        new(ExtractionCause.SourceRefused, $"{Shown(at)} answers {(int)status}.", retryable: (int)status is 408 or 425 or 429 or >= 500);

    /// <summary>The host alone: what stands behind it may be a secret of somebody's link.</summary>
    private static string Shown(Uri address) => address.IsAbsoluteUri ? address.IdnHost : "The address";

    private static bool IsPrivate(Exception e) => e is PrivateAddressException || (e.InnerException is { } inner && IsPrivate(inner));
}
