using System.Buffers.Binary;
using System.Security.Cryptography;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Director.Infrastructure.Sharing;

/// <summary>What a guest's ticket says: who, by which link of which workspace, until when.</summary>
internal readonly record struct GuestSeal(WorkspaceId Workspace, ShareLinkId Link, Guid Guest, DateTimeOffset ExpiresAt);

/// <summary>Seals and opens guests' tickets. They are worth nothing where people sign in, nor the other way round: each has its own purpose.</summary>
internal sealed class GuestTickets(IDataProtectionProvider protection)
{
    private const int Size = 16 + 16 + 16 + 8;
    private const int LongestSealed = 1024;

    private readonly IDataProtector protector = protection.CreateProtector("Director.Guest");

    internal string Seal(GuestSeal seal)
    {
        var bytes = new byte[Size];
        seal.Workspace.Value.TryWriteBytes(bytes);
        seal.Link.Value.TryWriteBytes(bytes.AsSpan(16));
        seal.Guest.TryWriteBytes(bytes.AsSpan(32));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(48), seal.ExpiresAt.UtcTicks);
        return WebEncoders.Base64UrlEncode(protector.Protect(bytes));
    }

    /// <summary>What it says, or null when it was not sealed here. Its end is the caller's to judge.</summary>
    internal GuestSeal? Open(string ticket)
    {
        if (ticket.Length > LongestSealed) return null;
        try
        {
            var bytes = protector.Unprotect(WebEncoders.Base64UrlDecode(ticket)).AsSpan();
            return bytes.Length != Size ? null : new GuestSeal(
                new WorkspaceId(new Guid(bytes[..16])), new ShareLinkId(new Guid(bytes[16..32])), new Guid(bytes[32..48]),
                new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes[48..]), TimeSpan.Zero));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
