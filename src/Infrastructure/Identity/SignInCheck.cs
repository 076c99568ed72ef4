using Director.Application.Common.Ports;
using Director.Application.Workspaces;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using Microsoft.AspNetCore.Identity;

namespace Director.Infrastructure.Identity;

/// <summary>Who signs in with an address, a password and, where one is needed, a second factor.</summary>
internal sealed class SignInCheck(UserManager<DirectorUser> users, StrangersHash strangers, ITotp totp, ISecurityRecord record)
{
    /// <summary>No account has a longer password, and hashing a megabyte is work for the asking.</summary>
    internal static string Cut(string password) => password.Length > AccountLimits.PasswordMax ? "" : password;

    internal async Task<Result<Account>> RecogniseAsync(string email, string password, SecondFactor second, CancellationToken ct)
    {
        var user = email.Length <= AccountLimits.Email && !email.Contains('\0', StringComparison.Ordinal) ? await users.FindByEmailAsync(email) : null;
        if (user is null)
        {
            strangers.Check(Cut(password));
            return await RefuseAsync(AccountErrors.WrongCredentials, SecurityFact.Nobody, ct);
        }

        var id = new UserId(user.Id);
        // Whoever signs in through a provider alone has no password, and Identity would answer at once.
        if (user.PasswordHash is null) strangers.Check(Cut(password));
        var right = await users.CheckPasswordAsync(user, Cut(password));
        // A locked or disabled account answers like a wrong password: else the answer would tell that the account exists.
        if (await users.IsLockedOutAsync(user)) return await RefuseAsync(AccountErrors.WrongCredentials, id, ct);
        if (!right || user.DisabledAt is not null)
        {
            await users.AccessFailedAsync(user);
            return await RefuseAsync(AccountErrors.WrongCredentials, id, ct);
        }

        switch (await totp.CheckAsync(id, second, ct))
        {
            case SecondFactorOutcome.Missing:
                return AccountErrors.SecondFactor;
            case SecondFactorOutcome.Wrong:
                await users.AccessFailedAsync(user);
                return await RefuseAsync(AccountErrors.WrongSecondFactor, id, ct);
        }

        await users.ResetAccessFailedCountAsync(user);
        return new Account(id, user.DisplayName, user.Email!);
    }

    private async Task<Error> RefuseAsync(Error refusal, UserId user, CancellationToken ct)
    {
        await record.AddAsync(SecurityFact.Refusal(SecurityKinds.SignIn, user), ct);
        return refusal;
    }
}
