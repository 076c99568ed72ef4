using Director.Domain.Common;

namespace Director.Application.Workspaces;

/// <summary>Refusals around accounts, sign-in and set-up.</summary>
public static class AccountErrors
{
    /// <summary>The server has its first user already.</summary>
    public static readonly Error AlreadySetUp = new("setup.done", "This server is set up already. Sign in instead.", ErrorKind.Conflict);

    /// <summary>Set-up from another machine needs the code that the server printed at start.</summary>
    public static readonly Error CodeNeeded = Error.Field("code",
        "Set-up from another machine needs the one-time code that the server printed when it started.", "setup.codeNeeded", ErrorKind.Forbidden);

    /// <summary>The one-time code is another one.</summary>
    public static readonly Error CodeWrong = Error.Field("code",
        "This is not the one-time code that the server printed when it started.", "setup.codeWrong", ErrorKind.Forbidden);

    /// <summary>Unknown account, wrong password, locked account: never told apart.</summary>
    public static readonly Error WrongCredentials = new("auth.wrongCredentials", "The e-mail address or the password is not right.", ErrorKind.Unauthenticated);

    /// <summary>The password is right; the account asks for a one-time code or a recovery code as well.</summary>
    public static readonly Error SecondFactor = new("auth.secondFactor", "This account also asks for a one-time code.", ErrorKind.Unauthenticated);

    /// <summary>The password is right, the one-time or recovery code is not, or it has been used.</summary>
    public static readonly Error WrongSecondFactor = Error.Field("code", "This code is not right, or has been used already.", "auth.wrongSecondFactor", ErrorKind.Unauthenticated);

    /// <summary>Somebody else changed the account in the same moment.</summary>
    public static readonly Error ChangedMeanwhile = new("account.changed", "The account was changed in the same moment. Try again.", ErrorKind.Conflict);

    /// <summary>A signed-in person gave a password that is not theirs.</summary>
    public static Error WrongPassword(string field) => Error.Field(field, "This is not your password.", WrongPasswordCode);

    /// <summary>The code of <see cref="WrongPassword"/>.</summary>
    public const string WrongPasswordCode = "account.wrongPassword";

    /// <summary>A link for setting a password anew that is forged, used, or too old.</summary>
    public static readonly Error ResetRefused = Error.Field("token", "This link has been used or is too old. Ask for another.", "auth.resetRefused");

    /// <summary>A refresh token that is unknown, used already, expired or signed out.</summary>
    public static readonly Error RefreshRefused = new("auth.refreshRefused", "This sign-in can no longer be renewed. Sign in again.", ErrorKind.Unauthenticated);

    /// <summary>Somebody else has an account with this address.</summary>
    public static readonly Error EmailTaken = Error.Field("email", "There is an account with this e-mail address already.", "account.emailTaken", ErrorKind.Conflict);

    /// <summary>Another workspace, or none.</summary>
    public static readonly Error UnknownWorkspace = Domain.Workspaces.WorkspaceErrors.NotFound;
}
