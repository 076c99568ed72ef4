using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Application.Generation;
using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Fal;

/// <summary>fal's reports: Ed25519 over request id, user id, time and the hash of the raw body, a line each.</summary>
internal sealed class FalHooks(FalKeys keys, TimeProvider clock) : IHookReader
{
    private const int SignatureBytes = 64;

    public async Task<string?> ReadAsync(ProviderHookCall call, CancellationToken ct)
    {
        if (call.Headers("X-Fal-Webhook-Request-Id") is not { Length: > 0 and <= 100 } request || call.Headers("X-Fal-Webhook-User-Id") is not { } user
            || call.Headers("X-Fal-Webhook-Timestamp") is not { } at || call.Headers("X-Fal-Webhook-Signature") is not { Length: SignatureBytes * 2 } hex) return null;
        if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > IHookReader.Tolerance.TotalSeconds) return null;
        var signature = new byte[SignatureBytes];
        if (Convert.FromHexString(hex, signature, out _, out _) is not System.Buffers.OperationStatus.Done) return null;
        var message = Encoding.UTF8.GetBytes($"{request}\n{user}\n{at}\n{Convert.ToHexStringLower(SHA256.HashData(call.Body.Span))}");
        return await keys.VerifyAsync(message, signature, ct) && Names(call.Body, request) ? request : null;
    }

    public bool IsSame(string known, string reported) => FalWork.IdOf(known) == reported;

    private static bool Names(ReadOnlyMemory<byte> body, string request)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("request_id") == request;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
