using System.Security.Cryptography;
using System.Text;
using Director.Application.Common.Ports;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="ISetupCode" />
/// <remarks>Made anew at every start: 12 characters of 32, which are 60 bits; case, dashes and spaces do not matter.</remarks>
internal sealed class SetupCode : ISetupCode
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 12;

    /// <summary>As it is printed, in groups of four.</summary>
    internal string Text { get; } = string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(4).Select(c => new string(c)));

    public bool Is(string given) => CryptographicOperations.FixedTimeEquals(Bytes(given), Bytes(Text));

    private static byte[] Bytes(string code) =>
        Encoding.UTF8.GetBytes(string.Concat(code.Where(c => c is not ('-' or ' ')).Take(Length + 1)).ToUpperInvariant());
}
