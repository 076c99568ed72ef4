using System.Text.Json;
using Director.Domain.Common;

namespace Director.Domain.Workspaces;

/// <summary>Identifies an API key within its workspace.</summary>
public readonly record struct ApiKeyId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>
/// A program's way in: bound to one workspace and to the person who made it, allowed what its scopes name and that person's role still
/// allows. Of its secret only a hash is kept.
/// </summary>
public sealed class ApiKey
{
    /// <summary>Characters in a key's name.</summary>
    public const int MaxName = 100;

    private ApiKey(WorkspaceId workspaceId, ApiKeyId id, string name, string scopes, byte[] secretHash) =>
        (WorkspaceId, Id, Name, Scopes, SecretHash) = (workspaceId, id, name, scopes, secretHash);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public ApiKeyId Id { get; private set; }
    /// <summary>For people, and in the record of what the key did; no two live keys of a workspace share one.</summary>
    public string Name { get; private set; }
    /// <summary>Names of <see cref="Permission"/> in camel case, separated by spaces (as RFC 6749, section 3.3, writes scopes).</summary>
    public string Scopes { get; private set; }
    /// <summary>SHA-256 of the secret.</summary>
    public byte[] SecretHash { get; private set; }
    /// <summary>Who made it; it may never do more than they may.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>From then on it is worth nothing; null when it does not run out.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }
    /// <summary>Withdrawn.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes a key.</summary>
    /// <returns>The key, or the fault of <c>name</c>, <c>scopes</c> or <c>expiresAt</c>.</returns>
    public static Result<ApiKey> Create(
        WorkspaceId workspace, ApiKeyId id, string? name, IEnumerable<Permission> scopes, byte[] secretHash, DateTimeOffset? expiresAt, Stamp made)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxName || name.Any(char.IsControl))
            return Error.Field("name", $"A key needs a name of at most {MaxName} characters.");
        var wanted = scopes.Distinct().Order().ToList();
        if (wanted.Count == 0) return Error.Field("scopes", "A key needs at least one scope.");
        if (expiresAt <= made.At) return Error.Field("expiresAt", "A key cannot have expired already.");
        return new ApiKey(workspace, id, name.Trim(), string.Join(' ', wanted.Select(NameOf)), secretHash)
        {
            CreatedBy = made.By,
            CreatedAt = made.At,
            ExpiresAt = expiresAt?.ToUniversalTime(),
        };
    }

    /// <summary>Withdraws it; a second time changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>The scopes of a key as permissions.</summary>
    public static IReadOnlySet<Permission> PermissionsOf(string scopes)
    {
        var named = scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enum.GetValues<Permission>().Where(p => named.Contains(NameOf(p), StringComparer.Ordinal)).ToHashSet();
    }

    private static string NameOf(Permission permission) => JsonNamingPolicy.CamelCase.ConvertName(permission.ToString());
}

/// <summary>Refusals that concern API keys.</summary>
public static class ApiKeyErrors
{
    /// <summary>Unknown, withdrawn, or another workspace's.</summary>
    public static readonly Error NotFound = new("apiKey.unknown", "There is no such API key in this workspace.", ErrorKind.NotFound);

    /// <summary>Two live keys of one name could not be told apart in the record.</summary>
    public static readonly Error NameTaken = Error.Field("name", "There is an API key of this name already.", "apiKey.nameTaken", ErrorKind.Conflict);
}
