using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>The file of a take that the link shows, with the guest's name burnt in where the link says so.</summary>
/// <param name="TakeId">The take.</param>
/// <param name="Looks">Whether this is somebody beginning to look, not going on.</param>
[AllowAnyone]
public sealed record GetSharedMediaQuery(Guid TakeId, bool Looks) : IQuery<SharedFile>;
