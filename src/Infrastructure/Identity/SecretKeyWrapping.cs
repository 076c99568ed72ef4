using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Director.Infrastructure.Configuration;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Director.Infrastructure.Identity;

/// <summary>Wraps the keys that sign tickets with the secret key (AES-256-GCM), so that a copy of the database alone signs nobody in.</summary>
internal sealed class SecretKeyWrapping(DirectorSettings settings) : IXmlEncryptor
{
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var wrapped = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(KeyOf(settings), TagBytes);
        cipher.Encrypt(wrapped.AsSpan(0, NonceBytes), plain, wrapped.AsSpan(NonceBytes + TagBytes), wrapped.AsSpan(NonceBytes, TagBytes));
        return new EncryptedXmlInfo(new XElement("wrapped", Convert.ToBase64String(wrapped)), typeof(SecretKeyUnwrapping));
    }

    internal static byte[] KeyOf(DirectorSettings settings) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.SecretKey.Reveal()), 32, info: "Director data protection keys"u8.ToArray());
}

/// <summary>Unwraps what <see cref="SecretKeyWrapping"/> wrapped. Made by its name, which stands in the kept key.</summary>
internal sealed class SecretKeyUnwrapping(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var wrapped = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var body = wrapped[(SecretKeyWrapping.NonceBytes + SecretKeyWrapping.TagBytes)..];
        var plain = new byte[body.Length];
        using var cipher = new AesGcm(SecretKeyWrapping.KeyOf(services.GetRequiredService<DirectorSettings>()), SecretKeyWrapping.TagBytes);
        cipher.Decrypt(wrapped[..SecretKeyWrapping.NonceBytes], body, wrapped.Slice(SecretKeyWrapping.NonceBytes, SecretKeyWrapping.TagBytes), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
