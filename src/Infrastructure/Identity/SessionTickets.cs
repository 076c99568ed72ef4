using System.Buffers.Binary;
using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Director.Infrastructure.Identity;

/// <summary>What a cookie or an access token says: which session of whom, until when.</summary>
internal readonly record struct SessionTicket(Guid SessionId, Guid UserId, DateTimeOffset ExpiresAt);

/// <summary>Seals and opens tickets. A cookie's value is no access token and the other way round.</summary>
internal sealed class SessionTickets(IDataProtectionProvider protection)
{
    private const int Size = 16 + 16 + 8;
    private const int LongestSealed = 1024;

    private readonly IDataProtector cookie = protection.CreateProtector("Director.Session", "cookie");
    private readonly IDataProtector token = protection.CreateProtector("Director.Session", "token");

    internal string Seal(SessionTicket ticket, SessionKind kind)
    {
        var bytes = new byte[Size];
        ticket.SessionId.TryWriteBytes(bytes);
        ticket.UserId.TryWriteBytes(bytes.AsSpan(16));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(32), ticket.ExpiresAt.UtcTicks);
        return WebEncoders.Base64UrlEncode(Of(kind).Protect(bytes));
    }

    /// <summary>What it says, or null when it was not sealed here. Its end is the caller's to judge.</summary>
    internal SessionTicket? Open(string sealedTicket, SessionKind kind)
    {
        if (sealedTicket.Length > LongestSealed) return null;
        try
        {
            var bytes = Of(kind).Unprotect(WebEncoders.Base64UrlDecode(sealedTicket)).AsSpan();
            if (bytes.Length != Size) return null;
            return new SessionTicket(new Guid(bytes[..16]), new Guid(bytes[16..32]),
                new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes[32..]), TimeSpan.Zero));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Of(SessionKind kind) => kind is SessionKind.Cookie ? cookie : token;
}
