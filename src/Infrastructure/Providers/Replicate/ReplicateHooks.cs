using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Director.Application.Generation;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Hooks;
using Director.Infrastructure.Providers.Http;

namespace Director.Infrastructure.Providers.Replicate;

/// <summary>Replicate's reports, signed as Standard Webhooks are: HMAC-SHA256 over id, time and raw body with a secret that the account has.</summary>
internal sealed class ReplicateHooks(ProviderChannel channel, ReplicateSettings settings, TimeProvider clock) : IHookReader, IDisposable
{
    private const string Prefix = "whsec_";
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1);
    private volatile Known known = new(null, DateTimeOffset.MinValue);

    public async Task<string?> ReadAsync(ProviderHookCall call, CancellationToken ct)
    {
        if (call.Headers("webhook-id") is not { Length: > 0 and <= 200 } id || call.Headers("webhook-timestamp") is not { } at || call.Headers("webhook-signature") is not { Length: <= 2000 } signatures) return null;
        if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > IHookReader.Tolerance.TotalSeconds) return null;
        byte[] message = [.. Encoding.UTF8.GetBytes($"{id}.{at}."), .. call.Body.Span];
        var before = known;
        if (!Fits(before.Secret, message, signatures) && !Fits(await AskAsync(before, ct), message, signatures)) return null;
        return PredictionOf(call.Body);
    }

    public void Dispose() => turn.Dispose();

    private static bool Fits(byte[]? secret, byte[] message, string signatures)
    {
        if (secret is null) return false;
        var own = HMACSHA256.HashData(secret, message);
        var fits = false;
        Span<byte> theirs = stackalloc byte[HMACSHA256.HashSizeInBytes];
        // All of them, in the same time whichever fits.
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            fits |= signature.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64String(signature[3..], theirs, out var length) && length == own.Length
                && CryptographicOperations.FixedTimeEquals(own, theirs);
        }

        return fits;
    }

    /// <summary>The secret may have been replaced; forged calls must not make us ask over and over.</summary>
    private async Task<byte[]?> AskAsync(Known before, CancellationToken ct)
    {
        if (clock.GetUtcNow() - before.At < AtMostEvery) return before.Secret;
        await turn.WaitAsync(ct);
        try
        {
            if (known != before) return known.Secret;
            var reply = await channel.SendAsync(HttpMethod.Get, new Uri($"{settings.Address.AbsoluteUri.TrimEnd('/')}/webhooks/default/secret"), null, ct);
            if (!reply.IsSuccess || reply.Json.Text("key") is not { } key || !key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
            var secret = new byte[key.Length];
            if (!Convert.TryFromBase64String(key[Prefix.Length..], secret, out var length) || length == 0) return null;
            known = new Known(secret[..length], clock.GetUtcNow());
            return known.Secret;
        }
        catch (ProviderTroubleException)
        {
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    private static string? PredictionOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("id") is { Length: <= 100 } id ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Known(byte[]? Secret, DateTimeOffset At);
}
