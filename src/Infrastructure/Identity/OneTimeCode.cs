using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Director.Infrastructure.Identity;

/// <summary>Time-based one-time codes as every authenticator app makes them: RFC 6238 with SHA-1, 30 seconds, 6 digits.</summary>
internal static class OneTimeCode
{
    internal const int SecretBytes = 20;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const int StepSeconds = 30;

    /// <summary>Steps that a clock may be off either way (RFC 6238, section 5.2, recommends at most one).</summary>
    private const int Leeway = 1;

    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The time step whose code this is; null when it is none of those around now, or not later than <paramref name="last"/>.</summary>
    internal static long? StepOf(string code, byte[] secret, DateTimeOffset now, long last)
    {
        var given = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        if (given.Length != Digits) return null;
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Leeway; step <= current + Leeway; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(At(step, secret))) && step > last) found ??= step;
        }

        return found;
    }

    /// <summary>The code of a time step (RFC 4226, section 5.3).</summary>
    internal static string At(long step, byte[] secret)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 is what the standard and every app mean; within HMAC it is not broken
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0f)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The secret as people type it: base32 without padding (RFC 4648, section 6).</summary>
    internal static string Text(byte[] secret)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var b in secret)
        {
            (bits, held) = (((bits << 8) | b) & 0xfff, held + 8);
            for (; held >= 5; held -= 5) text.Append(Base32Alphabet[(bits >> (held - 5)) & 31]);
        }

        if (held > 0) text.Append(Base32Alphabet[(bits << (5 - held)) & 31]);
        return text.ToString();
    }

    /// <summary>What an authenticator app reads from a picture (the Key URI format).</summary>
    internal static string Address(byte[] secret, string email) =>
        $"otpauth://totp/Director:{Uri.EscapeDataString(email)}?secret={Text(secret)}&issuer=Director&algorithm=SHA1&digits=6&period=30";
}
