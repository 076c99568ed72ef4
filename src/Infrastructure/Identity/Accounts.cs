using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <inheritdoc cref="IAccounts" />
internal sealed class Accounts(DirectorDbContext db, UserManager<DirectorUser> users, SignInCheck signIn, CallerContext caller, TimeProvider clock) : IAccounts
{
    /// <summary>Names the lock that set-ups wait for; any number nobody else uses.</summary>
    private const long SetUpLock = 0x6469726563746F72;

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

    public Task<Result<Account>> RecogniseAsync(string email, string password, SecondFactor second, CancellationToken ct) =>
        signIn.RecogniseAsync(email, password, second, ct);

    public async Task<Account?> FindAsync(string email, CancellationToken ct) =>
        await users.FindByEmailAsync(email) is { } user ? new Account(new UserId(user.Id), user.DisplayName, user.Email!) : null;

    public async Task<Result<Done>> ConfirmAsync(UserId user, string password, string field, CancellationToken ct)
    {
        var known = await LoadAsync(user);
        if (await users.CheckPasswordAsync(known, SignInCheck.Cut(password)) && !await users.IsLockedOutAsync(known)) return Done.Ok;
        await users.AccessFailedAsync(known);
        return AccountErrors.WrongPassword(field);
    }

    public async Task<Result<Done>> SetPasswordAsync(UserId user, string password, CancellationToken ct)
    {
        var known = await LoadAsync(user);
        known.AccessFailedCount = 0;
        known.LockoutEnd = null;
        if (known.PasswordHash is not null && await users.RemovePasswordAsync(known) is { Succeeded: false } kept) return RefusalOf(kept);
        return await users.AddPasswordAsync(known, password) is { Succeeded: false } refused ? RefusalOf(refused, "newPassword") : Done.Ok;
    }

    public async Task<Account> RenameAsync(UserId user, string name, CancellationToken ct)
    {
        var known = await LoadAsync(user);
        await db.Users.Where(u => u.Id == user.Value).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, name), ct);
        return new Account(user, name, known.Email!);
    }

    public async Task<bool> SetDisabledAsync(UserId user, bool disabled, CancellationToken ct)
    {
        DateTimeOffset? since = disabled ? clock.GetUtcNow() : null;
        return await db.Users.Where(u => u.Id == user.Value && (u.DisabledAt == null) == disabled)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, since), ct) > 0;
    }

    private async Task<DirectorUser> LoadAsync(UserId user) =>
        await users.FindByIdAsync(user.ToString()) ?? throw new InvalidOperationException($"The account {user} is gone while it was being used.");

    private static Error RefusalOf(IdentityResult refused, string passwordField = "password")
    {
        if (refused.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            return AccountErrors.EmailTaken;
        if (refused.Errors.Any(e => e.Code is nameof(IdentityErrorDescriber.ConcurrencyFailure))) return AccountErrors.ChangedMeanwhile;
        return Error.Of([.. refused.Errors.Select(e => new FieldFault(FieldOf(e.Code, passwordField), e.Description)).DistinctBy(f => f.Path)]);
    }

    private static string FieldOf(string code, string passwordField) => code.StartsWith("Password", StringComparison.Ordinal) ? passwordField : "email";
}
