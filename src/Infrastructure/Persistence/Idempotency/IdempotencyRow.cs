using Director.Domain.Workspaces;

namespace Director.Infrastructure.Persistence.Idempotency;

/// <summary>What a POST with an <c>Idempotency-Key</c> answered, so that a repeat gets the same.</summary>
internal sealed class IdempotencyRow
{
    public WorkspaceId WorkspaceId { get; init; }
    public UserId UserId { get; init; }
    public string Operation { get; init; } = "";
    public string Key { get; init; } = "";
    /// <summary>SHA-256 of the request.</summary>
    public byte[] RequestHash { get; init; } = [];
    /// <summary>The answer's value as JSON; empty while the first call is still at work.</summary>
    public string? Response { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}
