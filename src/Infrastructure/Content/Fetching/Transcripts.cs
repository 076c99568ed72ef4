using System.Net.Http.Headers;
using System.Text.Json;
using Director.Domain.Content;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Content.Reading;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Content.Fetching;

/// <summary>
/// Asks the operator's transcript service what is said in a video: <c>GET {address}?url=…</c>, answered with <c>{title?, language?, text}</c>. The
/// service may be anywhere, for the operator named it; the video's address is only handed on.
/// </summary>
internal sealed class Transcripts(IHttpClientFactory clients, FetchLimits limits, DirectorSettings settings)
{
    internal const string Client = "content.transcripts";

    /// <summary>Bytes of its answer: a long text as JSON.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <exception cref="ContentTroubleException">There is no service, or no transcript.</exception>
    internal async Task<ReadText> FetchAsync(Uri video, CancellationToken ct)
    {
        if (settings.Content.Transcripts is not { } service) throw new ContentTroubleException(ExtractionCause.NotConfigured, "What is said in a video is written down by a transcript service: TRANSCRIPT_URL is not set.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Transcript);
        try
        {
            using var client = clients.CreateClient(Client);
            using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(service) { Query = $"url={Uri.EscapeDataString(video.AbsoluteUri)}" }.Uri);
            if (settings.Content.TranscriptsKey is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode)
                throw new ContentTroubleException(ExtractionCause.SourceRefused, $"The transcript service answers {(int)response.StatusCode}.", retryable: (int)response.StatusCode is 408 or 429 or >= 500);
            await response.Content.LoadIntoBufferAsync(MaxBytes, limit.Token);
            var answer = JsonSerializer.Deserialize<Answer>(await response.Content.ReadAsStringAsync(limit.Token), JsonSerializerOptions.Web);
            if (string.IsNullOrWhiteSpace(answer?.Text)) throw new ContentTroubleException(ExtractionCause.NoText, "The transcript service has no words for this video.");
            return new ReadText(SourceKind.Video, answer.Title, PlainText.Tidy(answer.Text), answer.Language, null);
        }
        catch (JsonException)
        {
            throw new ContentTroubleException(ExtractionCause.SourceRefused, "The transcript service's answer is not understood.");
        }
        catch (Exception e) when (!ct.IsCancellationRequested && ProviderChannel.IsOfTheNetwork(e))
        {
            throw new ContentTroubleException(ExtractionCause.Unreachable, "The transcript service does not answer, or not in time.", retryable: true);
        }
    }

    private sealed record Answer(string? Title, string? Language, string? Text);
}
