using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Director.Infrastructure.Identity;

/// <summary>What a link for a new password says.</summary>
internal readonly record struct PasswordResetTicket(Guid UserId, DateTimeOffset ExpiresAt, byte[] Stamp);

/// <summary>
/// Seals and opens links for a new password. A link names the account's security stamp, which changes with every new password: so it
/// counts once, without being kept anywhere.
/// </summary>
internal sealed class PasswordResetTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int StampBytes = 32;
    private const int Size = 16 + 8 + StampBytes;
    private const int LongestSealed = 1024;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = protection.CreateProtector("Director.PasswordReset");

    internal string Seal(DirectorUser user)
    {
        var bytes = new byte[Size];
        user.Id.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16), (clock.GetUtcNow() + Life).UtcTicks);
        StampOf(user).CopyTo(bytes.AsSpan(24));
        return WebEncoders.Base64UrlEncode(protector.Protect(bytes));
    }

    /// <summary>Whose it is; null when it was not sealed here or is too old. Whether it <see cref="Fits"/> the account still is another question.</summary>
    internal PasswordResetTicket? Open(string token)
    {
        if (token.Length > LongestSealed) return null;
        try
        {
            var bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(token));
            if (bytes.Length != Size) return null;
            var expires = new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16)), TimeSpan.Zero);
            return expires <= clock.GetUtcNow() ? null : new PasswordResetTicket(new Guid(bytes.AsSpan(0, 16)), expires, bytes[24..]);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    internal static bool Fits(PasswordResetTicket ticket, DirectorUser user) =>
        ticket.UserId == user.Id && user.DisabledAt is null && CryptographicOperations.FixedTimeEquals(ticket.Stamp, StampOf(user));

    private static byte[] StampOf(DirectorUser user) => SHA256.HashData(Encoding.UTF8.GetBytes($"{user.SecurityStamp}|{user.PasswordHash}"));
}
