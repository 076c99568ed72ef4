using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>What goes into the log of visits.</summary>
internal static class GuestDoing
{
    internal static ShareVisit Of(GuestVisit visit, string what, Domain.Assets.AssetId? asset, ICaller caller, IIdSource ids, DateTimeOffset now) => new()
    {
        WorkspaceId = visit.Link.WorkspaceId,
        Id = ids.Next(),
        LinkId = visit.Link.Id,
        GuestId = visit.Guest.Id,
        What = what,
        AssetId = asset,
        Address = caller.Origin,
        FirstAt = now,
        LastAt = now,
        Times = 1,
    };
}
