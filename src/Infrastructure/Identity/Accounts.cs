using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="IAccounts" />
internal sealed class Accounts(DirectorDbContext db, UserManager<DirectorUser> users, CallerContext caller, TimeProvider clock) : IAccounts
{
    /// <summary>Names the lock that set-ups wait for; any number nobody else uses.</summary>
    private const long SetUpLock = 0x6469726563746F72;

    private static readonly DirectorUser Stranger = new();
    private static string? strangersHash;

    public Task<bool> AnyAsync(CancellationToken ct) => db.Users.AnyAsync(ct);

    public async Task<bool> ClaimFirstAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({SetUpLock})", ct);
        return !await db.Users.AnyAsync(ct);
    }

    public async Task<Result<Account>> CreateAsync(UserId id, string name, string email, string password, CancellationToken ct)
    {
        var user = new DirectorUser
        {
            Id = id.Value,
            DisplayName = name,
            Email = email,
            UserName = email,
            CreatedAt = clock.GetUtcNow(),
        };
        var made = await users.CreateAsync(user, password);
        return made.Succeeded ? new Account(id, name, email) : RefusalOf(made);
    }

    public async Task FoundAsync(Workspace workspace, Account owner, CancellationToken ct)
    {
        // The connection was opened for nobody; from here to the end of the transaction it is the new owner's.
        caller.SignedIn(owner.Id, owner.Name, null, workspace.Id, Roles.Owner);
        await db.Database.ExecuteSqlAsync(
            $"select set_config('app.workspace', {workspace.Id.ToString()}, true), set_config('app.user', {owner.Id.ToString()}, true)", ct);
        db.Workspaces.Add(workspace);
        db.Members.Add(new WorkspaceMember(workspace.Id, owner.Id, Roles.Owner) { CreatedAt = clock.GetUtcNow() });
    }

    public async Task<Result<Account>> RecogniseAsync(string email, string password, CancellationToken ct)
    {
        var user = email.Length <= AccountLimits.Email && !email.Contains('\0', StringComparison.Ordinal) ? await users.FindByEmailAsync(email) : null;
        if (user is null)
        {
            // As much work as for an account that exists, so that the clock does not tell which addresses have one.
            strangersHash ??= users.PasswordHasher.HashPassword(Stranger, "");
            users.PasswordHasher.VerifyHashedPassword(Stranger, strangersHash, Cut(password));
            return AccountErrors.WrongCredentials;
        }

        var right = await users.CheckPasswordAsync(user, Cut(password));
        // A locked account answers like a wrong password: else the lock would tell that the account exists.
        if (await users.IsLockedOutAsync(user)) return AccountErrors.WrongCredentials;
        if (!right)
        {
            await users.AccessFailedAsync(user);
            return AccountErrors.WrongCredentials;
        }

        await users.ResetAccessFailedCountAsync(user);
        return new Account(new UserId(user.Id), user.DisplayName, user.Email!);
    }

    /// <summary>No account has a longer password, and hashing a megabyte is work for the asking.</summary>
    private static string Cut(string password) => password.Length > AccountLimits.PasswordMax ? "" : password;

    private static Error RefusalOf(IdentityResult refused)
    {
        if (refused.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            return AccountErrors.EmailTaken;
        return Error.Of([.. refused.Errors.Select(e => new FieldFault(FieldOf(e.Code), e.Description)).DistinctBy(f => f.Path)]);
    }

    private static string FieldOf(string code) => code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email";
}
