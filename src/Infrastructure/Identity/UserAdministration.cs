using System.Security.Cryptography;
using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Identity;

/// <summary>What whoever runs the server does with accounts, from the command line: no caller, and so no permissions, is asked for.</summary>
public sealed class UserAdministration(
    DirectorDbContext db, CallerContext caller, IAccounts accounts, ISessions sessions, ITotp totp, ISecurityRecord record, ICallerDirectory directory, IUnitOfWork unitOfWork,
    IIdSource ids, TimeProvider clock)
{
    /// <summary>Letters and digits that do not look alike: 20 of 31 are 99 bits.</summary>
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordChars = 20;
    private const int PasswordGroup = 5;

    private static readonly Error UnknownUser = new("user.unknown", "Nobody has this address.", ErrorKind.NotFound);
    private static readonly Error UnknownRole = new("role.unknown", $"There is no such role. There are {string.Join(", ", Roles.All)}.");

    /// <summary>A password for whoever did not give one; to be shown once.</summary>
    public static string DrawPassword() =>
        string.Join('-', RandomNumberGenerator.GetString(PasswordAlphabet, PasswordChars).Chunk(PasswordGroup).Select(g => new string(g)));

    /// <summary>Makes an account, and a member of one workspace when it is named.</summary>
    /// <returns>Their id, or the refusal.</returns>
    public async Task<Result<UserId>> CreateAsync(string name, string email, string password, string? workspaceSlug, string role, CancellationToken ct)
    {
        if (!Roles.Exists(role)) return UnknownRole;
        var id = new UserId(ids.Next());
        Workspace? workspace = null;
        if (workspaceSlug is not null)
        {
            workspace = await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(w => w.Slug == workspaceSlug, ct);
            if (workspace is null) return AccountErrors.UnknownWorkspace;
            caller.ActFor(workspace.Id, id, name, "command line");
        }

        return await unitOfWork.RunAsync<Result<UserId>>("createUser", async token =>
        {
            var made = await accounts.CreateAsync(id, name.Trim(), email.Trim(), password, token);
            if (made.Error is { } refused) return refused;
            if (workspace is not null) db.Members.Add(new WorkspaceMember(workspace.Id, id, role) { CreatedAt = clock.GetUtcNow() });
            return id;
        }, ct);
    }

    /// <summary>Gives a person another password and ends every sign-in of theirs.</summary>
    public Task<Result<Done>> ResetAsync(string email, string password, bool removeSecondFactor, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<Done>>("resetUser", async token =>
        {
            if (await accounts.FindAsync(email.Trim(), token) is not { } account) return UnknownUser;
            var changed = await accounts.SetPasswordAsync(account.Id, password, token);
            if (changed.Error is not null) return changed;
            if (removeSecondFactor && await totp.RemoveAsync(account.Id, token)) await record.AddAsync(SecurityFact.Done(SecurityKinds.TotpRemoved, account.Id), token);
            await sessions.EndAllAsync(account.Id, token);
            await record.AddAsync(SecurityFact.Done(SecurityKinds.PasswordReset, account.Id), token);
            return Done.Ok;
        }, ct);

    /// <summary>Disables an account: its sign-ins end, and its API keys are worth nothing until it is enabled again.</summary>
    public Task<Result<Done>> SetDisabledAsync(string email, bool disabled, CancellationToken ct) =>
        unitOfWork.RunAsync<Result<Done>>(disabled ? "disableUser" : "enableUser", async token =>
        {
            if (await accounts.FindAsync(email.Trim(), token) is not { } account) return UnknownUser;
            if (!await accounts.SetDisabledAsync(account.Id, disabled, token)) return Done.Ok;
            if (disabled) await sessions.EndAllAsync(account.Id, token);
            directory.ForgetUser(account.Id);
            await record.AddAsync(SecurityFact.Done(disabled ? SecurityKinds.UserDisabled : SecurityKinds.UserEnabled, account.Id), token);
            return Done.Ok;
        }, ct);
}
