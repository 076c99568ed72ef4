using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Accounts;

/// <summary>An account that somebody of a provider may sign in to.</summary>
/// <param name="Account">Whose.</param>
/// <param name="IsLinked">Whether it is that person's by issuer and subject; else it has their address.</param>
/// <param name="HasOther">Whether another person of the same provider is linked to it.</param>
/// <param name="IsBarred">Disabled, or locked for the moment.</param>
public sealed record LinkedAccount(Account Account, bool IsLinked, bool HasOther, bool IsBarred);

/// <summary>Which accounts belong to people of an OpenID Connect provider, and what they get by it.</summary>
public interface ILinkedAccounts
{
    /// <summary>What whoever is in these groups becomes; null: nothing.</summary>
    string? RoleOf(IReadOnlyCollection<string> groups);

    /// <summary>Where people of the provider land; null when there is no such workspace, or none is named and there are several.</summary>
    Task<WorkspaceId?> WorkspaceAsync(CancellationToken ct);

    /// <summary>Inside a transaction: the account of this person by issuer and subject, else the one that has their address. Whoever is not linked yet is looked for one after another until the transaction ends.</summary>
    Task<LinkedAccount?> FindAsync(ProviderIdentity identity, CancellationToken ct);

    /// <summary>Inside a transaction: makes an account without a password.</summary>
    /// <returns>The account, or <c>account.emailTaken</c>, or the faults of <c>email</c>.</returns>
    Task<Result<Account>> CreateAsync(UserId id, string name, string email, CancellationToken ct);

    /// <summary>Inside a transaction: from now on the account is this person's by issuer and subject.</summary>
    Task LinkAsync(UserId user, ProviderIdentity identity, CancellationToken ct);

    /// <summary>Inside a transaction that began for nobody: from here to its end it is this person's, in this workspace.</summary>
    Task EnterAsync(UserId user, WorkspaceId workspace, CancellationToken ct);

    /// <summary>Inside a transaction: notes that a membership is by the provider's word.</summary>
    Task NoteGivenAsync(UserId user, WorkspaceId workspace, string role, CancellationToken ct);

    /// <summary>Inside a transaction: whether a membership was by the provider's word; it is not any more.</summary>
    Task<bool> TakeGivenAsync(UserId user, WorkspaceId workspace, CancellationToken ct);
}
