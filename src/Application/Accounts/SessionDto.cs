using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using MediatR;

namespace Director.Application.Accounts;

/// <summary>One sign-in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">How it travels.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastSeenAt">When it was used last, exact to a minute.</param>
/// <param name="Address">The address it was made from.</param>
/// <param name="UserAgent">What the program called itself that it was made with.</param>
/// <param name="Current">Whether this request came with it.</param>
public sealed record SessionDto(Guid Id, SessionKind Kind, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, string? UserAgent, bool Current);
