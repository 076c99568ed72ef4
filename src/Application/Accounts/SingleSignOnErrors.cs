using Director.Domain.Common;

namespace Director.Application.Accounts;

/// <summary>Refusals of a sign-in through a provider. The browser comes back to the sign-in page with the code.</summary>
public static class SingleSignOnErrors
{
    /// <summary>This server has no provider.</summary>
    public static readonly Error Off = new("auth.ssoOff", "Single sign-on is not set up on this server.", ErrorKind.NotFound);

    /// <summary>Where to go afterwards is not an address of this server.</summary>
    public static readonly Error ReturnTo = Error.Field("returnTo", "This has to be a path of this server, such as /films.", "auth.ssoReturnTo", ErrorKind.Unreadable);

    /// <summary>The provider does not answer.</summary>
    public static readonly Error Unavailable = new("auth.ssoUnavailable", "The sign-in provider does not answer at the moment. Try again shortly.", ErrorKind.Unavailable);

    /// <summary>Forged, too late, cancelled, or of a disabled account: never told apart.</summary>
    public static readonly Error Refused = new("auth.ssoRefused", "The sign-in through the provider was refused. Begin again.", ErrorKind.Unauthenticated);

    /// <summary>Somebody the provider knows, whom nobody has let in here.</summary>
    public static readonly Error NotInvited = new("auth.ssoNotInvited", "The provider knows you, but none of your groups is let in here. Ask for an invitation.", ErrorKind.Forbidden);

    /// <summary>Without a verified address nobody can be told from others.</summary>
    public static readonly Error EmailUnverified = new("auth.ssoEmailUnverified", "The provider does not say that your e-mail address is verified.", ErrorKind.Forbidden);

    /// <summary>The address was somebody else's at the same provider.</summary>
    public static readonly Error LinkedToAnother = new(
        "auth.ssoLinkedToAnother", "The account with your e-mail address belongs to another person of this provider.", ErrorKind.Forbidden);
}
