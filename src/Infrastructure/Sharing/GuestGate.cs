using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using Director.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Director.Infrastructure.Sharing;

/// <inheritdoc cref="IGuestGate" />
internal sealed class GuestGate(DirectorDbContext db, ISecretTokens tokens, GuestTickets tickets, IVisit visits, TimeProvider clock) : IGuestGate
{
    private static readonly TimeSpan TicketLife = TimeSpan.FromDays(30);

    public GuestVisit? Visit { get; private set; }

    public async Task<Result<ShareLink>> OpenAsync(string token, CancellationToken ct)
    {
        if (tokens.Read(token) is not { } read) return ShareErrors.NotFound;
        visits.Into(read.Workspace);
        var id = new ShareLinkId(read.Id);
        var link = await db.ShareLinks.AsNoTracking().SingleOrDefaultAsync(l => l.WorkspaceId == read.Workspace && l.Id == id, ct);
        return link is not null && read.Is(link.SecretHash) && link.IsOpen(clock.GetUtcNow()) ? link : ShareErrors.NotFound;
    }

    public async Task<Error?> ComeInAsync(string token, string? ticket, CancellationToken ct)
    {
        var opened = await OpenAsync(token, ct);
        if (opened.Error is { } shut) return shut;
        var link = opened.Value;
        if (ticket is null || tickets.Open(ticket) is not { } seal || seal.ExpiresAt <= clock.GetUtcNow() || seal.Workspace != link.WorkspaceId || seal.Link != link.Id) return ShareErrors.EnterFirst;
        if (await db.ShareGuests.AsNoTracking().SingleOrDefaultAsync(g => g.WorkspaceId == link.WorkspaceId && g.Id == seal.Guest && g.LinkId == link.Id, ct) is not { } guest) return ShareErrors.EnterFirst;
        Let(link, guest);
        return null;
    }

    public GuestTicket Admit(ShareLink link, ShareGuest guest)
    {
        Let(link, guest);
        var end = clock.GetUtcNow() + TicketLife;
        if (link.ExpiresAt is { } last && last < end) end = last;
        return new GuestTicket(link.Id.Value, tickets.Seal(new GuestSeal(link.WorkspaceId, link.Id, guest.Id, end)), end);
    }

    private void Let(ShareLink link, ShareGuest guest)
    {
        Visit = new GuestVisit(link, guest);
        var may = new HashSet<Permission>();
        if (link.AllowComment || link.AllowCircle) may.Add(Permission.Review);
        if (link.AllowSelect) may.Add(Permission.Select);
        visits.AsGuest(guest, may);
    }
}
