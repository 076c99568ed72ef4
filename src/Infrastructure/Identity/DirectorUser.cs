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

    /// <summary>Since when they can do nothing here; null while they can.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
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
    /// <summary>When it was used last, exact to a minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }
    /// <summary>The address it was made from.</summary>
    public string? Address { get; init; }
    /// <summary>What the program called itself that it was made with.</summary>
    public string? UserAgent { get; init; }
    /// <summary>After this it is worth nothing.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
    /// <summary>Signed out.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A person's one-time codes (RFC 6238).</summary>
public sealed class UserTotp
{
    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }
    /// <summary>The shared secret, sealed.</summary>
    public byte[] Secret { get; init; } = [];
    /// <summary>Since when a sign-in needs a code; null until the first code has been shown to be right.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
    /// <summary>The time step of the last code that was taken: none is taken twice.</summary>
    public long LastStep { get; set; }
}

/// <summary>A code for the day the device with the one-time codes is lost; worth one sign-in.</summary>
public sealed class RecoveryCode
{
    /// <summary>Whose.</summary>
    public Guid UserId { get; init; }
    /// <summary>SHA-256 of it.</summary>
    public byte[] Hash { get; init; } = [];
}
