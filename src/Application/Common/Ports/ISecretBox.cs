namespace Director.Application.Common.Ports;

/// <summary>
/// Seals small secrets that have to be kept and read again: keys of providers, seeds of one-time codes. Sealed by a key derived from the
/// server's secret key, so they can be read by every node that has it, after a restart and after a restore, and by nobody without it.
/// </summary>
public interface ISecretBox
{
    /// <summary>Seals a secret.</summary>
    /// <param name="purpose">What it is for and whose it is, such as <c>totp/{user}</c>: what was sealed for one purpose cannot be opened for another.</param>
    /// <param name="secret">Any bytes.</param>
    byte[] Seal(string purpose, ReadOnlySpan<byte> secret);

    /// <summary>Opens what was sealed for this purpose; null when it was altered, sealed for another purpose or by another secret key.</summary>
    byte[]? Open(string purpose, ReadOnlySpan<byte> box);
}
