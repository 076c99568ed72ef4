using Director.Domain.Workspaces;

namespace Director.Application.Workspaces;

/// <summary>A workspace, as its members see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">What <c>X-Workspace</c> and URLs call it.</param>
/// <param name="Name">For people.</param>
/// <param name="Currency">ISO 4217; fixed once something has cost money.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="ArchivedAt">Since when it can only be looked at; null while it is worked in.</param>
/// <param name="Version">Raised by every change; the ETag.</param>
/// <param name="Role">The caller's role in it.</param>
/// <param name="Permissions">What the caller may do in it.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="Usage">What it takes up.</param>
public sealed record WorkspaceDto(
    Guid Id, string Slug, string Name, string Currency, DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt, long Version,
    string Role, IReadOnlyList<Permission> Permissions, WorkspaceSettingsDto Settings, WorkspaceUsageDto Usage);

/// <summary>A workspace's settings.</summary>
/// <param name="StorageQuotaBytes">The most bytes its files may take; null: no limit.</param>
/// <param name="MonthlyBudget">What a month may cost, in its currency; null: no limit.</param>
/// <param name="ShotCodeScheme">How shots of new films get their codes; null: SH{0000}.</param>
/// <param name="DefaultFrameRate">Pictures a second of new films; null: 24.</param>
/// <param name="DefaultAspectRatio">The shape of new films; null: 16:9.</param>
public sealed record WorkspaceSettingsDto(long? StorageQuotaBytes, decimal? MonthlyBudget, string? ShotCodeScheme, string? DefaultFrameRate, string? DefaultAspectRatio);

/// <summary>What a workspace takes up.</summary>
/// <param name="StorageBytes">Bytes of all its files.</param>
/// <param name="Members">How many people are in it.</param>
/// <param name="Films">How many films.</param>
public sealed record WorkspaceUsageDto(long StorageBytes, int Members, int Films);

/// <summary>One of the caller's workspaces, in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">What <c>X-Workspace</c> and URLs call it.</param>
/// <param name="Name">For people.</param>
/// <param name="Role">The caller's role in it.</param>
/// <param name="Permissions">What the caller may do in it.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="ArchivedAt">Since when it can only be looked at.</param>
public sealed record WorkspaceSummaryDto(
    Guid Id, string Slug, string Name, string Role, IReadOnlyList<Permission> Permissions, DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt);

/// <summary>Somebody in a workspace.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Role">owner, producer, director, artist, reviewer or viewer.</param>
/// <param name="Since">Since when they belong.</param>
/// <param name="Disabled">Whether their account is disabled on this server.</param>
public sealed record MemberDto(Guid UserId, string Name, string Email, string Role, DateTimeOffset Since, bool Disabled);

/// <summary>An invitation that nobody has used yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Role">What whoever accepts becomes.</param>
/// <param name="Email">Whom it is made out to; null: whoever has the link.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="CreatedBy">Who invites.</param>
/// <param name="CreatedByName">Their name.</param>
/// <param name="ExpiresAt">After this it is worth nothing.</param>
/// <param name="Expired">Whether that is past.</param>
public sealed record InvitationDto(
    Guid Id, string Role, string? Email, DateTimeOffset CreatedAt, Guid CreatedBy, string CreatedByName, DateTimeOffset ExpiresAt, bool Expired);

/// <summary>Reads workspaces for showing.</summary>
public interface IWorkspaceReader
{
    /// <summary>What the directory knows of the caller's workspaces, by id.</summary>
    Task<IReadOnlyDictionary<Guid, (DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt)>> FactsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The caller's current workspace; null when it is gone.</summary>
    /// <param name="role">The caller's role, as it is told.</param>
    /// <param name="permissions">What the caller may do, as it is told.</param>
    /// <param name="ct">Cancels.</param>
    Task<WorkspaceDto?> GetAsync(string role, IReadOnlyList<Permission> permissions, CancellationToken ct);

    /// <summary>The defaults for new films of the caller's workspace.</summary>
    Task<WorkspaceSettingsDto> SettingsAsync(CancellationToken ct);

    /// <summary>Everybody in the caller's workspace: owners first, then by name.</summary>
    Task<IReadOnlyList<MemberDto>> MembersAsync(CancellationToken ct);

    /// <summary>The invitations of the caller's workspace that nobody has used, newest first.</summary>
    Task<IReadOnlyList<InvitationDto>> InvitationsAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Whether somebody on this server has an account with this address.</summary>
    Task<bool> HasAccountAsync(string email, CancellationToken ct);

    /// <summary>The names of people.</summary>
    Task<string?> NameOfAsync(UserId user, CancellationToken ct);
}
