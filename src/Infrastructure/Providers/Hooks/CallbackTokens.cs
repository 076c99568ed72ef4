using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Director.Application.Generation;
using Director.Domain.Generation;
using Director.Domain.Workspaces;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Providers.Hooks;

/// <summary>What a callback's address tells of itself.</summary>
internal sealed record CallbackSubject(WorkspaceId Workspace, GenerationId Generation, AttemptId Attempt);

/// <summary>
/// Names an attempt in the address that a provider calls. The token is signed with a key made from the secret key, so nobody can make one,
/// and one that was read off a log still needs the provider's own signature to do anything.
/// </summary>
internal sealed class CallbackTokens(DirectorSettings settings)
{
    private const int Ids = 48;
    private const int Seal = 16;

    private readonly Lazy<byte[]> key = new(() => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.SecretKey.Reveal()), 32, info: "Director provider callbacks"u8.ToArray()));

    /// <summary>Where a provider reports of an attempt; null when this Director cannot be reached from outside.</summary>
    internal Uri? AddressOf(string slug, ProviderRequest request) => settings.PublicUrl is { } own
        ? new Uri($"{own.AbsoluteUri.TrimEnd('/')}/api/hooks/{slug}/{Make(slug, request)}")
        : null;

    internal string Make(string slug, ProviderRequest request)
    {
        var token = new byte[Ids + Seal];
        request.Workspace.Value.TryWriteBytes(token);
        request.Generation.Value.TryWriteBytes(token.AsSpan(16));
        request.Attempt.Value.TryWriteBytes(token.AsSpan(32));
        Sign(slug, token.AsSpan(0, Ids)).CopyTo(token.AsSpan(Ids));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What a token names; null for one that was not made here, or for another provider.</summary>
    internal CallbackSubject? Read(string slug, string token)
    {
        Span<byte> bytes = stackalloc byte[Ids + Seal];
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length) return null;
        return CryptographicOperations.FixedTimeEquals(Sign(slug, bytes[..Ids]), bytes[Ids..])
            ? new CallbackSubject(new(new Guid(bytes[..16])), new(new Guid(bytes[16..32])), new(new Guid(bytes[32..48])))
            : null;
    }

    private byte[] Sign(string slug, ReadOnlySpan<byte> ids)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Value);
        mac.AppendData(Encoding.UTF8.GetBytes(slug));
        mac.AppendData(ids);
        return mac.GetHashAndReset()[..Seal];
    }
}
