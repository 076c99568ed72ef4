using Director.Application.Workspaces;
using Microsoft.AspNetCore.Identity;

namespace Director.Infrastructure.Identity;

/// <summary>A person with an account on this server.</summary>
public sealed class DirectorUser : IdentityUser<Guid>
{
    /// <summary>Characters in a person's name.</summary>
    public const int MaxName = AccountLimits.Name;

    /// <summary>As others see it.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>One sign-in, by cookie or by token. Revoking it ends both.</summary>
public sealed class UserSession
{
    /// <summary>Carried by the cookie and the access token.</summary>
    public Guid Id { get; init; }
    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }
    /// <summary>cookie or token.</summary>
    public string Kind { get; init; } = "";
    /// <summary>SHA-256 of the current refresh token.</summary>
    public byte[]? RefreshHash { get; set; }
    /// <summary>Sign-in.</summary>
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>After this it is worth nothing.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
    /// <summary>Signed out.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
