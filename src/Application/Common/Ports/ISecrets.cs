using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>Makes and reads tokens that are found before their workspace is known: each carries its workspace, its own id and a secret, of which only the hash is kept.</summary>
public interface ISecretTokens
{
    /// <summary>Makes a token with a fresh secret.</summary>
    /// <returns>The token, shown once, and the hash to keep.</returns>
    (string Token, byte[] Hash) Make(WorkspaceId workspace, Guid id);

    /// <summary>Reads a token; null when it is none.</summary>
    SecretToken? Read(string? token);
}

/// <summary>What a token says.</summary>
/// <param name="Workspace">Where it belongs.</param>
/// <param name="Id">Of the invitation or the link.</param>
/// <param name="Hash">SHA-256 of its secret.</param>
public sealed record SecretToken(WorkspaceId Workspace, Guid Id, byte[] Hash)
{
    /// <summary>Whether it is the one that is kept; takes as long either way.</summary>
    public bool Is(byte[] kept) => System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(Hash, kept);
}

/// <summary>Passphrases, hashed as slowly as passwords.</summary>
public interface IPassphrases
{
    /// <summary>The hash to keep.</summary>
    string Hash(string passphrase);

    /// <summary>Whether a passphrase is the one that was hashed.</summary>
    bool Is(string hash, string passphrase);
}
