using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Application.Notes;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>Everything that the link shows, for a guest who has come in.</summary>
/// <param name="Root">What addresses of the link's files begin with.</param>
[AllowAnyone]
public sealed record GetSharedContentQuery(string Root) : IQuery<SharedContentDto>;

internal sealed class GetSharedContentHandler(
    IGuestGate gate, IShareReader reader, IShareRepository links, INoteReader notes, ICaller caller, IIdSource ids, TimeProvider clock) : IRequestHandler<GetSharedContentQuery, Result<SharedContentDto>>
{
    public async Task<Result<SharedContentDto>> Handle(GetSharedContentQuery request, CancellationToken cancellationToken)
    {
        if (gate.Visit is not { } visit) return ShareErrors.EnterFirst;
        var link = visit.Link;
        var rows = await reader.ContentAsync(link.Id, cancellationToken);
        var said = (await notes.OfLinkAsync(link.Id, [.. rows.Takes.Select(t => t.Id)], cancellationToken)).ToLookup(n => n.TakeId);
        await links.NoteVisitAsync(GuestDoing.Of(visit, ShareVisit.Opened, null, caller, ids, clock.GetUtcNow()), cancellationToken);

        var takes = rows.Takes.ToLookup(t => t.ShotId);
        var scenes = rows.Shots.Where(s => s is { Whole: true, SceneId: not null }).GroupBy(s => (Id: s.SceneId!.Value, s.SceneName, s.ScenePosition))
            .OrderBy(g => g.Key.ScenePosition, StringComparer.Ordinal).ThenBy(g => g.Key.Id)
            .Select(g => new SharedSceneDto(g.Key.Id, g.Key.SceneName ?? "", [.. InOrder(g).Select(Shot)])).ToList();
        var loose = InOrder(rows.Shots.Where(s => s is { Whole: true, SceneId: null }))
            .Concat(rows.Shots.Where(s => !s.Whole).OrderBy(s => takes[s.Id].Min(t => t.Sequence))).Select(Shot).ToList();
        var film = rows.Shots.Select(s => s.FilmId).Distinct().Count() == 1 ? rows.Shots[0].Film : null;
        return new SharedContentDto(link.Name, visit.Guest.Name, new ShareAllowance(link.AllowComment, link.AllowCircle, link.AllowSelect), link.Watermark, link.ExpiresAt, film, scenes, loose);

        SharedShotDto Shot(SharedShotRow s) => new(
            s.Id, s.Code, s.Name, s.Whole ? s.Description : null, s.DurationFrames, takes[s.Id].Any(t => t.Id == s.SelectedChildId) ? s.SelectedChildId : null,
            [.. takes[s.Id].OrderBy(t => t.Sequence).ThenBy(t => t.Number).Select(t => new SharedTakeDto(t.Id, t.Number, t.Name, t.Circled, t.Id == s.SelectedChildId, Media(t), [.. said[t.Id]]))]);

        SharedMediaDto? Media(SharedTakeRow t)
        {
            if (t.Media is not { } m) return null;
            var picture = m.ContentType.StartsWith("image/", StringComparison.Ordinal);
            var url = $"{request.Root}/media/{t.Id}";
            return new SharedMediaDto(link.Watermark ? picture ? "image/webp" : m.ContentType.StartsWith("video/", StringComparison.Ordinal) ? IClipWatermarks.ContentType : m.ContentType : m.ContentType, m.Width, m.Height, m.DurationMs, m.FrameRate, url, picture ? $"{url}/thumbnail" : null);
        }
    }

    private static IEnumerable<SharedShotRow> InOrder(IEnumerable<SharedShotRow> shots) => shots.OrderBy(s => s.Position, StringComparer.Ordinal).ThenBy(s => s.Id);
}
