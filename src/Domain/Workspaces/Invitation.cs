using Director.Domain.Common;

namespace Director.Domain.Workspaces;

/// <summary>Identifies an invitation.</summary>
public readonly record struct InvitationId(Guid Value) : ITypedId;

/// <summary>A link by which one person may join a workspace, once.</summary>
public sealed class Invitation
{
    /// <summary>Days it is good for when nobody says.</summary>
    public const int DefaultDays = 7;
    /// <summary>The most days.</summary>
    public const int MaxDays = 90;
    /// <summary>Characters of an address (RFC 5321, section 4.5.3.1.3).</summary>
    public const int MaxEmail = 254;

    private Invitation(WorkspaceId workspaceId, InvitationId id, string role, byte[] secretHash) =>
        (WorkspaceId, Id, Role, SecretHash) = (workspaceId, id, role, secretHash);

    /// <summary>The tenant.</summary>
    public WorkspaceId WorkspaceId { get; private set; }
    /// <summary>Its id.</summary>
    public InvitationId Id { get; private set; }
    /// <summary>What whoever accepts becomes.</summary>
    public string Role { get; private set; }
    /// <summary>Whom it is made out to; null: whoever has the link.</summary>
    public string? Email { get; private set; }
    /// <summary>SHA-256 of the link's secret, which is kept nowhere.</summary>
    public byte[] SecretHash { get; private set; }
    /// <summary>Creation.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Who invites.</summary>
    public UserId CreatedBy { get; private set; }
    /// <summary>After this it is worth nothing.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }
    /// <summary>When it was used.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }
    /// <summary>By whom.</summary>
    public UserId? AcceptedBy { get; private set; }

    /// <summary>Invites somebody.</summary>
    /// <param name="workspace">Where to.</param>
    /// <param name="id">Its id.</param>
    /// <param name="role">One of <see cref="Roles"/>; owners are invited by owners alone.</param>
    /// <param name="email">Whom; null: whoever has the link.</param>
    /// <param name="days">How long it is good for, 1 to <see cref="MaxDays"/>; null: <see cref="DefaultDays"/>.</param>
    /// <param name="secretHash">SHA-256 of the link's secret.</param>
    /// <param name="by">What whoever invites may do.</param>
    /// <param name="stamp">Who and when.</param>
    public static Result<Invitation> Create(
        WorkspaceId workspace, InvitationId id, string? role, string? email, int? days, byte[] secretHash, IReadOnlySet<Permission> by, Stamp stamp)
    {
        if (Crew.CheckGiving(role, by) is { } refused) return refused;
        if (days is < 1 or > MaxDays) return Error.Field("expiresInDays", $"An invitation is good for 1 to {MaxDays} days.");
        return new Invitation(workspace, id, role!, secretHash)
        {
            Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim(),
            CreatedAt = stamp.At,
            CreatedBy = stamp.By,
            ExpiresAt = stamp.At.AddDays(days ?? DefaultDays),
        };
    }

    /// <summary>Whether it can still be accepted.</summary>
    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    /// <param name="email">The address of whoever accepts.</param>
    /// <param name="stamp">Who and when.</param>
    public Result<Done> Accept(string email, Stamp stamp)
    {
        if (!IsOpen(stamp.At)) return WorkspaceErrors.InvitationNotFound;
        if (Email is not null && !string.Equals(Email, email.Trim(), StringComparison.OrdinalIgnoreCase)) return WorkspaceErrors.InvitationForAnother;
        (AcceptedAt, AcceptedBy) = (stamp.At, stamp.By);
        return Done.Ok;
    }
}
