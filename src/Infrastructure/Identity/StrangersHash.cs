using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;

namespace Director.Infrastructure.Identity;

/// <summary>
/// The password of nobody, checked when an address has no account or the account no password: as much work as for one that has, so that
/// the clock does not tell which do. Made when the server starts, or the first stranger would wait twice as long.
/// </summary>
internal sealed class StrangersHash(IPasswordHasher<DirectorUser> hasher) : IHostedService
{
    private static readonly DirectorUser Stranger = new();
    private string? hash;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        hash = Make();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal void Check(string password) => hasher.VerifyHashedPassword(Stranger, hash ??= Make(), password);

    private string Make() => hasher.HashPassword(Stranger, "");
}
