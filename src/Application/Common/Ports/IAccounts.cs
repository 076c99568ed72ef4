using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>A person with an account.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">As typed at sign-up; compared without regard to case.</param>
public sealed record Account(UserId Id, string Name, string Email);

/// <summary>The people who have an account on this server, and what they sign in with.</summary>
public interface IAccounts
{
    /// <summary>Whether anybody has an account.</summary>
    Task<bool> AnyAsync(CancellationToken ct);

    /// <summary>Inside a transaction: waits for every other set-up, then says whether there is still nobody. Held until the transaction ends.</summary>
    Task<bool> ClaimFirstAsync(CancellationToken ct);

    /// <summary>Inside a transaction: makes an account.</summary>
    /// <returns>The account, or <c>account.emailTaken</c>, or the faults of <c>email</c> and <c>password</c>.</returns>
    Task<Result<Account>> CreateAsync(UserId id, string name, string email, string password, CancellationToken ct);

    /// <summary>Inside a transaction: makes a workspace and its owner, and carries on as that owner.</summary>
    Task FoundAsync(Workspace workspace, Account owner, CancellationToken ct);

    /// <summary>Who signs in with this address and password. Takes as long for an address nobody has; counts wrong tries.</summary>
    /// <returns>The account, or <c>auth.wrongCredentials</c>.</returns>
    Task<Result<Account>> RecogniseAsync(string email, string password, CancellationToken ct);
}
