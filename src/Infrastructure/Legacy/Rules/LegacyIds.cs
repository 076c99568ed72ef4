using System.Security.Cryptography;
using System.Text;

namespace Director.Infrastructure.Legacy.Rules;

/// <summary>
/// Ids that follow from what a thing was called before: the same row gets the same id in every run, so that a run that was killed and one
/// that was not end alike. UUIDs of version 8 (RFC 9562, section 5.8).
/// </summary>
internal static class LegacyIds
{
    /// <summary>The id of what a former row, or a part of it, became in a workspace.</summary>
    internal static Guid Of(Guid workspace, string kind, string formerId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"director legacy\n{workspace:N}\n{kind}\n{formerId}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The film that a former film, or a script whose scenes were in none, became.</summary>
    internal static Guid Film(Guid workspace, string filmKey) => Of(workspace, filmKey[0] == 'f' ? "film_projects" : "script_film", filmKey[2..]);
}
