using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Accounts;

/// <summary>What a browser is asked to do with a passkey.</summary>
/// <param name="Ticket">Names the challenge; given back with the answer, once, within five minutes.</param>
/// <param name="Options">For <c>navigator.credentials</c>, as WebAuthn level 3 writes them in JSON (section 5.1.8 and after).</param>
public sealed record PasskeyChallenge(string Ticket, JsonElement Options);

/// <summary>A passkey, without its key.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
/// <param name="Name">As its owner called it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="Synced">Whether it is kept beyond one device.</param>
public sealed record PasskeyDto(string Id, string Name, DateTimeOffset CreatedAt, bool Synced);

/// <summary>Passkeys: a key in a device that its owner unlocks; device and finger or PIN are two factors already.</summary>
public interface IPasskeys
{
    /// <summary>Asks a person's browser for a new passkey.</summary>
    Task<PasskeyChallenge> BeginAsync(UserId user, CancellationToken ct);

    /// <summary>Takes the browser's answer.</summary>
    /// <returns>The passkey, or <c>passkey.refused</c> or <c>passkey.tooMany</c>.</returns>
    Task<Result<PasskeyDto>> AddAsync(UserId user, string name, JsonElement credential, string? ticket, CancellationToken ct);

    /// <summary>A person's passkeys, newest first.</summary>
    Task<IReadOnlyList<PasskeyDto>> ListAsync(UserId user, CancellationToken ct);

    /// <summary>Forgets a passkey; false when the person has no such one.</summary>
    Task<bool> RemoveAsync(UserId user, string id, CancellationToken ct);

    /// <summary>Asks a browser for any passkey of this server.</summary>
    Task<PasskeyChallenge> BeginLoginAsync(CancellationToken ct);

    /// <summary>Who signs in with the browser's answer; puts a wrong one on record.</summary>
    /// <returns>The account, or <c>auth.passkeyRefused</c>.</returns>
    Task<Result<Account>> RecogniseAsync(JsonElement credential, string? ticket, CancellationToken ct);
}

/// <summary>Refusals around passkeys.</summary>
public static class PasskeyErrors
{
    /// <summary>The answer is not to the challenge that this browser was given, or too late.</summary>
    public static readonly Error Refused = Error.Field("credential", "The passkey could not be added: begin again.", "passkey.refused");

    /// <summary>More would only be forgotten.</summary>
    public static readonly Error TooMany = new("passkey.tooMany", "There are as many passkeys as an account may have. Remove one first.", ErrorKind.Conflict);

    /// <summary>They have no such one.</summary>
    public static readonly Error NotFound = new("passkey.unknown", "You have no such passkey.", ErrorKind.NotFound);

    /// <summary>Unknown, forged, too late, or of a disabled account: never told apart.</summary>
    public static readonly Error LoginRefused = new("auth.passkeyRefused", "This passkey does not open an account here.", ErrorKind.Unauthenticated);
}
