using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>What a person adds to their password.</summary>
/// <param name="Code">The one-time code that their app shows.</param>
/// <param name="RecoveryCode">One of the codes for the day the app is lost.</param>
public sealed record SecondFactor(string? Code, string? RecoveryCode);

/// <summary>A seed for an authenticator app.</summary>
/// <param name="Secret">Base32, to be typed.</param>
/// <param name="Uri">The same as <c>otpauth://…</c>, to be shown as a QR code.</param>
public sealed record TotpSeed(string Secret, string Uri);

/// <summary>Whether a person's sign-in needs a one-time code.</summary>
/// <param name="Enabled">Whether it does.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes have not been used.</param>
public sealed record TotpState(bool Enabled, int RecoveryCodesLeft);

/// <summary>How a second factor fared.</summary>
public enum SecondFactorOutcome
{
    /// <summary>The person has none.</summary>
    NotNeeded,
    /// <summary>It was right, and is used up.</summary>
    Right,
    /// <summary>One is needed and none was given.</summary>
    Missing,
    /// <summary>It was wrong, or had been used.</summary>
    Wrong,
}

/// <summary>One-time codes by an authenticator app (RFC 6238) and the recovery codes that go with them.</summary>
public interface ITotp
{
    /// <summary>Whether the person's sign-in needs a code.</summary>
    Task<TotpState> StateAsync(UserId user, CancellationToken ct);

    /// <summary>Draws a seed; nothing is needed at sign-in until a code of it has been confirmed. A seed drawn before and not confirmed is forgotten.</summary>
    /// <returns>The seed, or <c>totp.on</c>.</returns>
    Task<Result<TotpSeed>> BeginAsync(UserId user, string email, CancellationToken ct);

    /// <summary>Inside a transaction: switches codes on when this one is right.</summary>
    /// <returns>Ten recovery codes, or <c>totp.wrongCode</c>, or <c>totp.notBegun</c>.</returns>
    Task<Result<IReadOnlyList<string>>> ConfirmAsync(UserId user, string code, CancellationToken ct);

    /// <summary>Inside a transaction: switches codes off and forgets the recovery codes; false when they were off.</summary>
    Task<bool> RemoveAsync(UserId user, CancellationToken ct);

    /// <summary>Checks what came with a right password. What was right is used up at once.</summary>
    Task<SecondFactorOutcome> CheckAsync(UserId user, SecondFactor given, CancellationToken ct);
}
