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

    /// <summary>Who signs in with this address and password. Takes as long for an address nobody has; counts wrong tries and puts them on record.</summary>
    /// <returns>The account, or <c>auth.wrongCredentials</c>, <c>auth.secondFactor</c> or <c>auth.wrongSecondFactor</c>.</returns>
    Task<Result<Account>> RecogniseAsync(string email, string password, SecondFactor second, CancellationToken ct);

    /// <summary>Who has this address; null when nobody has.</summary>
    Task<Account?> FindAsync(string email, CancellationToken ct);

    /// <summary>Whether a signed-in person knows their own password; counts wrong tries.</summary>
    /// <returns>Done, or <c>account.wrongPassword</c> naming <paramref name="field"/>.</returns>
    Task<Result<Done>> ConfirmAsync(UserId user, string password, string field, CancellationToken ct);

    /// <summary>Inside a transaction: gives a person another password and lifts the lock that wrong tries brought about.</summary>
    /// <returns>Done, or the faults of <c>newPassword</c>.</returns>
    Task<Result<Done>> SetPasswordAsync(UserId user, string password, CancellationToken ct);

    /// <summary>Gives a person another name.</summary>
    Task<Account> RenameAsync(UserId user, string name, CancellationToken ct);

    /// <summary>Disables an account, or enables it again; false when it was so already.</summary>
    Task<bool> SetDisabledAsync(UserId user, bool disabled, CancellationToken ct);
}
