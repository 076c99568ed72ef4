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

    /// <summary>A refresh token that is unknown, used already, expired or signed out.</summary>
    public static readonly Error RefreshRefused = new("auth.refreshRefused", "This sign-in can no longer be renewed. Sign in again.", ErrorKind.Unauthenticated);

    /// <summary>Somebody else has an account with this address.</summary>
    public static readonly Error EmailTaken = Error.Field("email", "There is an account with this e-mail address already.", "account.emailTaken", ErrorKind.Conflict);

    /// <summary>Another workspace, or none.</summary>
    public static readonly Error UnknownWorkspace = Domain.Workspaces.WorkspaceErrors.NotFound;
}
