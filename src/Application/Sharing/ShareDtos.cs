using Director.Application.Common.Paging;
using Director.Application.Sharing.Guests;
using Director.Domain.Common;
using Director.Domain.Sharing;

namespace Director.Application.Sharing;

/// <summary>A share link, as the crew sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="TargetId">The film, scene or shot that it shows; null when it shows takes.</param>
/// <param name="TargetType">film, scene or shot.</param>
/// <param name="TargetName">Its name.</param>
/// <param name="TakeIds">The takes that it shows, in order; empty when it shows a target.</param>
/// <param name="HasPassphrase">Whether guests need one.</param>
/// <param name="ExpiresAt">After this it is worth nothing; null: until it is revoked.</param>
/// <param name="Allow">What guests may do beside looking.</param>
/// <param name="Watermark">Whether a guest's name is burnt into what they get.</param>
/// <param name="CreatedAt">Creation.</param>
/// <param name="CreatedBy">Who shares.</param>
/// <param name="CreatedByName">Their name.</param>
/// <param name="RevokedAt">When it was taken back.</param>
/// <param name="Guests">How many came in.</param>
/// <param name="LastVisitAt">When somebody looked last.</param>
/// <param name="Version">Raised by every change; the ETag.</param>
public sealed record ShareLinkDto(
    Guid Id, string Name, Guid? TargetId, string? TargetType, string? TargetName, IReadOnlyList<Guid> TakeIds, bool HasPassphrase, DateTimeOffset? ExpiresAt,
    ShareAllowance Allow, bool Watermark, DateTimeOffset CreatedAt, Guid CreatedBy, string CreatedByName, DateTimeOffset? RevokedAt, int Guests, DateTimeOffset? LastVisitAt, long Version);

/// <summary>What a guest did at a link.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="GuestId">Who.</param>
/// <param name="GuestName">As they said.</param>
/// <param name="What">entered, opened or viewed.</param>
/// <param name="AssetId">The take that was viewed.</param>
/// <param name="AssetName">Its name.</param>
/// <param name="Address">The address it came from, the last time.</param>
/// <param name="FirstAt">The first time.</param>
/// <param name="LastAt">The last time.</param>
/// <param name="Times">How often.</param>
public sealed record ShareVisitDto(
    Guid Id, Guid GuestId, string GuestName, string What, Guid? AssetId, string? AssetName, string? Address, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);

/// <summary>Reads share links for showing, always of the caller's workspace.</summary>
public interface IShareReader
{
    /// <summary>One link, revoked ones too; null when there is none.</summary>
    Task<ShareLinkDto?> GetAsync(ShareLinkId id, CancellationToken ct);

    /// <summary>The links, revoked ones too, newest first; of a film those that show it or anything of it.</summary>
    Task<Result<Page<ShareLinkDto>>> ListAsync(Guid? filmId, string? cursor, int limit, CancellationToken ct);

    /// <summary>What guests of a link did, latest first; null when there is no such link.</summary>
    Task<Result<Page<ShareVisitDto>>?> VisitsAsync(ShareLinkId id, string? cursor, int limit, CancellationToken ct);

    /// <summary>The type of a file below a link that no name can be burnt into; null when there is none.</summary>
    /// <param name="id">The link.</param>
    /// <param name="clips">Whether clips can be marked too, or pictures alone.</param>
    /// <param name="ct">Cancels.</param>
    Task<string?> FirstUnmarkableAsync(ShareLinkId id, bool clips, CancellationToken ct);

    /// <summary>Everything that a link shows.</summary>
    Task<SharedRows> ContentAsync(ShareLinkId id, CancellationToken ct);

    /// <summary>A take that a link shows, alone or among others; null when it shows none of that id.</summary>
    Task<SharedTake?> TakeAsync(ShareLinkId id, Guid take, CancellationToken ct);
}

/// <summary>A take within a link.</summary>
/// <param name="Id">The take.</param>
/// <param name="ShotId">Its shot.</param>
/// <param name="Media">Its main output's facts.</param>
public sealed record SharedTake(Guid Id, Guid ShotId, Assets.MediaDto? Media);
