using System.Buffers.Text;
using Director.Infrastructure.Configuration;
using Director.Infrastructure.Providers.Http;
using NSec.Cryptography;

namespace Director.Infrastructure.Providers.Fal;

/// <summary>fal's public keys (RFC 7517, RFC 8037), kept for a day, and asked for again when none of them fits: keys are replaced.</summary>
internal sealed class FalKeys(ProviderChannel channel, FalSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1);
    private volatile Known known = new([], DateTimeOffset.MinValue);

    /// <summary>Whether one of the keys made the signature.</summary>
    internal async Task<bool> VerifyAsync(byte[] message, byte[] signature, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - known.At < Kept && Fits(known.Keys, message, signature)) return true;
        // Forged calls must not make us call fal over and over.
        return now - known.At >= AtMostEvery && Fits(await AskAsync(known, ct), message, signature);
    }

    public void Dispose() => turn.Dispose();

    private static bool Fits(IReadOnlyList<PublicKey> keys, byte[] message, byte[] signature) =>
        keys.Any(key => SignatureAlgorithm.Ed25519.Verify(key, message, signature));

    private async Task<IReadOnlyList<PublicKey>> AskAsync(Known before, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (known != before) return known.Keys;
            var reply = await channel.SendAsync(HttpMethod.Get, new Uri($"{settings.Rest.AbsoluteUri.TrimEnd('/')}/.well-known/jwks.json"), null, ct);
            var keys = reply.IsSuccess ? reply.Json.Member("keys").Items().Select(Key).OfType<PublicKey>().ToList() : [];
            // Nothing readable: what was known stays, until it is too old.
            known = new Known(keys.Count > 0 ? keys : known.Keys, keys.Count > 0 || known.Keys.Count == 0 ? clock.GetUtcNow() : known.At);
            return known.Keys;
        }
        catch (ProviderTroubleException)
        {
            return [];
        }
        finally
        {
            turn.Release();
        }
    }

    private static PublicKey? Key(System.Text.Json.JsonElement jwk)
    {
        if (jwk.Text("kty") != "OKP" || jwk.Text("crv") != "Ed25519" || jwk.Text("x") is not { } x) return null;
        var bytes = new byte[SignatureAlgorithm.Ed25519.PublicKeySize];
        return Base64Url.IsValid(x, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(x, bytes, out _)
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) ? key : null;
    }

    private sealed record Known(IReadOnlyList<PublicKey> Keys, DateTimeOffset At);
}
