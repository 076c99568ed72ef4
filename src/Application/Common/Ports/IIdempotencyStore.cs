namespace Director.Application.Common.Ports;

/// <summary>Keeps what commands with an <c>Idempotency-Key</c> answered, by workspace, caller, operation and key, for at least 24 hours.</summary>
public interface IIdempotencyStore
{
    /// <summary>Claims a key within the current unit of work. A racer with the same key waits here until the first has committed or given up.</summary>
    /// <returns>Null when the key is this call's; else what the first call asked and answered.</returns>
    Task<StoredAnswer?> ClaimAsync(string operation, string key, byte[] requestHash, CancellationToken ct);

    /// <summary>Keeps the answer of a claimed key; committed together with what the command changed.</summary>
    Task KeepAsync(string operation, string key, string answer, CancellationToken ct);
}

/// <summary>An answer that was given before.</summary>
/// <param name="RequestHash">SHA-256 of the request it answered.</param>
/// <param name="Answer">The value as JSON.</param>
public sealed record StoredAnswer(byte[] RequestHash, string Answer);
