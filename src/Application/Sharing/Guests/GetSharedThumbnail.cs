using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.MediaFiles;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>A small picture of a take that the link shows, with the guest's name burnt in where the link says so.</summary>
[AllowAnyone]
public sealed record GetSharedThumbnailQuery(Guid TakeId, int Size) : IQuery<SharedFile>;
