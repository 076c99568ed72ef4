using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>The record of sign-ins, of changes to what people sign in with, and of refusals. Nobody changes or deletes it through the server.</summary>
public interface ISecurityRecord
{
    /// <summary>Adds one row, with the address, the program and the request that the caller came with; within a transaction it stands or falls with it.</summary>
    Task AddAsync(SecurityFact fact, CancellationToken ct);
}

/// <summary>Something worth recording.</summary>
/// <param name="Kind">One of <see cref="SecurityKinds"/>.</param>
/// <param name="Refused">Whether it was refused.</param>
/// <param name="User">Whom it concerns; the caller when absent.</param>
/// <param name="Operation">What was asked for, when the kind does not say it: an operationId.</param>
public sealed record SecurityFact(string Kind, bool Refused, UserId? User = null, string? Operation = null)
{
    /// <summary>Concerns nobody who has an account.</summary>
    public static UserId Nobody => default;

    /// <summary>It was done.</summary>
    public static SecurityFact Done(string kind, UserId? user = null) => new(kind, false, user);

    /// <summary>It was refused.</summary>
    public static SecurityFact Refusal(string kind, UserId? user = null, string? operation = null) => new(kind, true, user, operation);
}

/// <summary>What the security record tells apart.</summary>
public static class SecurityKinds
{
    /// <summary>A sign-in by password or passkey; also the first one, at set-up.</summary>
    public const string SignIn = "signIn";
    /// <summary>A sign-out.</summary>
    public const string SignOut = "signOut";
    /// <summary>A sign-in ended from another one.</summary>
    public const string SessionRevoked = "sessionRevoked";
    /// <summary>A refresh token that had been used before: its sign-in was ended.</summary>
    public const string RefreshReused = "refreshReused";
    /// <summary>A password changed by its owner.</summary>
    public const string PasswordChanged = "passwordChanged";
    /// <summary>A password set anew by a link or by the command line.</summary>
    public const string PasswordReset = "passwordReset";
    /// <summary>One-time codes switched on.</summary>
    public const string TotpAdded = "totpAdded";
    /// <summary>One-time codes switched off.</summary>
    public const string TotpRemoved = "totpRemoved";
    /// <summary>A recovery code used up.</summary>
    public const string RecoveryCodeUsed = "recoveryCodeUsed";
    /// <summary>A passkey added.</summary>
    public const string PasskeyAdded = "passkeyAdded";
    /// <summary>A passkey removed.</summary>
    public const string PasskeyRemoved = "passkeyRemoved";
    /// <summary>An API key made.</summary>
    public const string ApiKeyCreated = "apiKeyCreated";
    /// <summary>An API key withdrawn.</summary>
    public const string ApiKeyRevoked = "apiKeyRevoked";
    /// <summary>An account disabled from the command line.</summary>
    public const string UserDisabled = "userDisabled";
    /// <summary>An account enabled again.</summary>
    public const string UserEnabled = "userEnabled";
    /// <summary>A signed-in caller asked for what they may not do.</summary>
    public const string Forbidden = "forbidden";
}
