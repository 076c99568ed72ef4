using Director.Domain.Common;
using Director.Domain.Sharing;

namespace Director.Application.Common.Ports;

/// <summary>Where guests are let in: a link's token says what is shared, a ticket who is looking. Both are looked at with every request, so that a revoked link is shut at once.</summary>
public interface IGuestGate
{
    /// <summary>Who was let in; null while nobody was.</summary>
    GuestVisit? Visit { get; }

    /// <summary>Opens a link by its token, in its workspace; nobody is let in yet.</summary>
    /// <returns>The link, or <c>share.notFound</c>, whatever is wrong with it.</returns>
    Task<Result<ShareLink>> OpenAsync(string token, CancellationToken ct);

    /// <summary>Opens a link and lets in whoever holds a ticket for it.</summary>
    /// <returns>The refusal, or null when they are in.</returns>
    Task<Error?> ComeInAsync(string token, string? ticket, CancellationToken ct);

    /// <summary>Lets in a guest who has just said their name.</summary>
    /// <returns>Their ticket.</returns>
    GuestTicket Admit(ShareLink link, ShareGuest guest);
}

/// <summary>A guest at a link.</summary>
/// <param name="Link">What they came by.</param>
/// <param name="Guest">Who they are.</param>
public sealed record GuestVisit(ShareLink Link, ShareGuest Guest);

/// <summary>What lets a guest in again.</summary>
/// <param name="LinkId">For which link.</param>
/// <param name="Ticket">Sealed; a cookie's value or a bearer token.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record GuestTicket(Guid LinkId, string Ticket, DateTimeOffset ExpiresAt);
