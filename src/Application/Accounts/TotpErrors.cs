using Director.Domain.Common;

namespace Director.Application.Accounts;

/// <summary>Refusals around one-time codes.</summary>
public static class TotpErrors
{
    /// <summary>One seed at a time: switch it off first.</summary>
    public static readonly Error On = new("totp.on", "One-time codes are switched on already.", ErrorKind.Conflict);

    /// <summary>There is no seed to confirm.</summary>
    public static readonly Error NotBegun = new("totp.notBegun", "Begin again: there is no code to confirm.", ErrorKind.Conflict);

    /// <summary>They were not on.</summary>
    public static readonly Error Off = new("totp.off", "One-time codes are not switched on.", ErrorKind.NotFound);

    /// <summary>Another code, or one of another time.</summary>
    public static readonly Error WrongCode = Error.Field("code", "This is not the code that the app shows now. Is the clock of the device right?", "totp.wrongCode");
}
