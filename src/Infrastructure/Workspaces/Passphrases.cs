using Director.Application.Common.Ports;
using Director.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace Director.Infrastructure.Workspaces;

/// <inheritdoc cref="IPassphrases" />
internal sealed class Passphrases(IPasswordHasher<DirectorUser> hasher) : IPassphrases
{
    private static readonly DirectorUser Nobody = new();

    public string Hash(string passphrase) => hasher.HashPassword(Nobody, passphrase);

    public bool Is(string hash, string passphrase) => hasher.VerifyHashedPassword(Nobody, hash, passphrase) is not PasswordVerificationResult.Failed;
}
