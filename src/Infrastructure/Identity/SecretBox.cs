using System.Security.Cryptography;
using System.Text;
using Director.Application.Common.Ports;
using Director.Infrastructure.Configuration;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ISecretBox" />
/// <remarks>A version byte, then nonce, tag and ciphertext of AES-256-GCM under a key of the purpose's own (HKDF, RFC 5869).</remarks>
internal sealed class SecretBox(DirectorSettings settings) : ISecretBox
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    public byte[] Seal(string purpose, ReadOnlySpan<byte> secret)
    {
        var box = new byte[Overhead + secret.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher(purpose);
        cipher.Encrypt(nonce, secret, box.AsSpan(Overhead), box.AsSpan(1 + NonceBytes, TagBytes));
        return box;
    }

    public byte[]? Open(string purpose, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead || box[0] != Version) return null;
        var secret = new byte[box.Length - Overhead];
        using var cipher = Cipher(purpose);
        try
        {
            cipher.Decrypt(box.Slice(1, NonceBytes), box[Overhead..], box.Slice(1 + NonceBytes, TagBytes), secret);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private AesGcm Cipher(string purpose) => new(HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.SecretKey.Reveal()), 32, info: Encoding.UTF8.GetBytes($"Director secret box/{purpose}")), TagBytes);
}
