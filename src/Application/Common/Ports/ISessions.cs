using Director.Application.Accounts;
using Director.Domain.Common;
using Director.Domain.Workspaces;

namespace Director.Application.Common.Ports;

/// <summary>How a sign-in travels: in a browser's cookie, or in tokens that a program keeps.</summary>
public enum SessionKind
{
    /// <summary>A browser.</summary>
    Cookie,
    /// <summary>A program.</summary>
    Token,
}

/// <summary>A sign-in, fresh or renewed.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Kind">How it travels.</param>
/// <param name="Ticket">The cookie's value, or the access token.</param>
/// <param name="RefreshToken">Renews a token sign-in, once; null for a cookie.</param>
/// <param name="ExpiresAt">When <paramref name="Ticket"/> ends.</param>
public sealed record OpenedSession(Account Account, SessionKind Kind, string Ticket, string? RefreshToken, DateTimeOffset ExpiresAt);

/// <summary>The sign-ins of people, each a row that every request is checked against.</summary>
public interface ISessions
{
    /// <summary>Signs a recognised person in.</summary>
    Task<OpenedSession> OpenAsync(Account account, SessionKind kind, CancellationToken ct);

    /// <summary>Exchanges a refresh token for new ones. A token that was exchanged before ends its sign-in: one of the two who hold it has stolen it.</summary>
    /// <returns>The renewed sign-in, or <c>auth.refreshRefused</c>.</returns>
    Task<Result<OpenedSession>> RefreshAsync(string refreshToken, CancellationToken ct);

    /// <summary>Prolongs the caller's own cookie sign-in.</summary>
    /// <returns>The prolonged sign-in, or <c>auth.refreshRefused</c> when the caller has none by cookie.</returns>
    Task<Result<OpenedSession>> ProlongAsync(CancellationToken ct);

    /// <summary>The caller's sign-ins that have not ended, newest first.</summary>
    Task<IReadOnlyList<SessionDto>> ListAsync(CancellationToken ct);

    /// <summary>Ends one of the caller's sign-ins; false when they have no such one.</summary>
    Task<bool> EndAsync(Guid session, CancellationToken ct);

    /// <summary>Ends every sign-in of the caller but the one that this request came with.</summary>
    /// <returns>How many.</returns>
    Task<int> EndOthersAsync(CancellationToken ct);

    /// <summary>Ends every sign-in of a person.</summary>
    Task EndAllAsync(UserId user, CancellationToken ct);

    /// <summary>Signs the caller out: cookie, access token and refresh token are worth nothing from now on.</summary>
    Task CloseAsync(CancellationToken ct);
}
