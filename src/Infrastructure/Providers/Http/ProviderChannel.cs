using System.Net;
using System.Net.Sockets;
using Director.Domain.Generation;
using Polly.Timeout;

namespace Director.Infrastructure.Providers.Http;

/// <summary>Calls one provider's API and reads its answers, within limits of time and size.</summary>
/// <param name="slug">The provider.</param>
/// <param name="label">For messages.</param>
/// <param name="authorize">Puts the key on a call.</param>
internal sealed class ProviderChannel(string slug, string label, Action<HttpRequestMessage> authorize, IHttpClientFactory clients, ProviderLimits limits, TimeProvider clock)
{
    /// <summary>Calls and reads the answer, whatever its status.</summary>
    /// <exception cref="ProviderTroubleException">There was no answer.</exception>
    internal Task<ApiReply> SendAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken ct) =>
        SendAsync(method, address, content, limits.Call, limits.Reply, ct);

    /// <inheritdoc cref="SendAsync(HttpMethod, Uri, HttpContent?, CancellationToken)"/>
    internal async Task<ApiReply> SendAsync(HttpMethod method, Uri address, HttpContent? content, TimeSpan time, long bytes, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("Director/1");
        authorize(request);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(time);
        try
        {
            using var client = clients.CreateClient(ProviderClients.Api(slug));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new ApiReply(response.StatusCode, response.Headers, await ReadAsync(response, bytes, limit.Token), clock);
        }
        catch (Exception e) when (e is not ProviderTroubleException && !ct.IsCancellationRequested && IsOfTheNetwork(e))
        {
            throw Trouble(e, label);
        }
    }

    /// <summary>What an exception of the network means.</summary>
    internal static ProviderTroubleException Trouble(Exception e, string label) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } =>
            new(new GenerationFailure(FailureKind.ProviderBusy, $"{label} cannot be reached.", Retryable: true), neverArrived: true, e),
        OperationCanceledException or TimeoutRejectedException =>
            new(new GenerationFailure(FailureKind.Timeout, $"{label} did not answer in time.", Retryable: true), neverArrived: false, e),
        _ => new(new GenerationFailure(FailureKind.ProviderBusy, $"The connection to {label} broke before its answer was complete.", Retryable: true), neverArrived: false, e),
    };

    internal static bool IsOfTheNetwork(Exception e) => e is HttpRequestException or IOException or OperationCanceledException or SocketException or TimeoutRejectedException;

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, long most, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > most) throw TooLong();
        await using var from = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > most) throw TooLong();
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private ProviderTroubleException TooLong() =>
        new(new GenerationFailure(FailureKind.CorruptOutput, $"{label} answered with more than it ever should."), neverArrived: false);
}
