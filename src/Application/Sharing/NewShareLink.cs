using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Sharing;

/// <summary>A share link to be.</summary>
/// <param name="Name">What guests and the crew call it.</param>
/// <param name="TargetId">A film, a scene or a shot; absent when takes are named.</param>
/// <param name="TakeIds">Takes, in the order in which they are shown, at most 500.</param>
/// <param name="Passphrase">What guests have to say, 4 to 200 characters; absent: nothing.</param>
/// <param name="ExpiresAt">After this it is worth nothing; absent: until it is revoked.</param>
/// <param name="Allow">What guests may do beside looking; absent: nothing.</param>
/// <param name="Watermark">Whether a guest's name is burnt into what they get.</param>
public sealed record NewShareLink(
    string Name, Guid? TargetId = null, IReadOnlyList<Guid>? TakeIds = null, string? Passphrase = null, DateTimeOffset? ExpiresAt = null, ShareAllowance? Allow = null, bool Watermark = false);
