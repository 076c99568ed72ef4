using Director.Domain.Workspaces;

namespace Director.Application.ApiKeys;

/// <summary>The API keys of the caller's workspace.</summary>
public interface IApiKeyStore
{
    /// <summary>Inside a unit of work: a new key.</summary>
    void Add(ApiKey key);

    /// <summary>Inside a unit of work: a key that has not been withdrawn, locked; null when there is none.</summary>
    Task<ApiKey?> FindLiveAsync(ApiKeyId id, CancellationToken ct);

    /// <summary>Inside a unit of work: once it has committed, requests by this key ask the database; on other nodes those that come two seconds later.</summary>
    void Forget(ApiKey key);

    /// <summary>The keys that have not been withdrawn, newest first.</summary>
    Task<IReadOnlyList<ApiKeyDto>> ListAsync(CancellationToken ct);
}

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For people, and in the record of what it did.</param>
/// <param name="Scopes">What it may do, as far as the role of the person who made it allows that too.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedByName">Their name.</param>
/// <param name="ExpiresAt">From then on it is worth nothing; null when it does not run out.</param>
/// <param name="LastUsedAt">When it was used last, exact to a minute; null when it never was.</param>
public sealed record ApiKeyDto(
    Guid Id, string Name, IReadOnlyList<Permission> Scopes, DateTimeOffset CreatedAt, Guid CreatedBy, string CreatedByName, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
