using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

/// <summary>What somebody with a link sees before they say their name.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="Ticket">What lets them in again; null: they have none.</param>
[AllowAnyone]
public sealed record OpenShareQuery(string Token, string? Ticket) : IQuery<ShareDoorDto>;

/// <summary>The door of a review.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PassphraseNeeded">Whether one has to say a passphrase.</param>
/// <param name="ExpiresAt">When it ends; null: not by itself.</param>
/// <param name="GuestName">Who is in already; null: nobody.</param>
public sealed record ShareDoorDto(string Name, bool PassphraseNeeded, DateTimeOffset? ExpiresAt, string? GuestName);

/// <summary>Comes in as a guest. No account is needed.</summary>
/// <param name="Token">What the link says.</param>
/// <param name="GuestName">Who comes, at most 80 characters.</param>
/// <param name="Passphrase">The link's passphrase, when it has one.</param>
[AllowAnyone]
public sealed record EnterShareCommand(string Token, string GuestName, string? Passphrase) : ICommand<EnteredShare>, IOwnTransaction;

/// <summary>A guest who has come in.</summary>
/// <param name="GuestId">Their id.</param>
/// <param name="GuestName">Their name.</param>
/// <param name="Ticket">What lets them in from now on.</param>
public sealed record EnteredShare(Guid GuestId, string GuestName, GuestTicket Ticket);

internal sealed class ShareDoorHandler(
    IGuestGate gate, IShareRepository links, IPassphrases passphrases, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock) :
    IRequestHandler<OpenShareQuery, Result<ShareDoorDto>>, IRequestHandler<EnterShareCommand, Result<EnteredShare>>
{
    public async Task<Result<ShareDoorDto>> Handle(OpenShareQuery request, CancellationToken cancellationToken)
    {
        var opened = await gate.OpenAsync(request.Token, cancellationToken);
        if (opened.Error is { } shut) return shut;
        var inside = request.Ticket is not null && await gate.ComeInAsync(request.Token, request.Ticket, cancellationToken) is null;
        return new ShareDoorDto(opened.Value.Name, opened.Value.PassphraseHash is not null, opened.Value.ExpiresAt, inside ? gate.Visit!.Guest.Name : null);
    }

    public async Task<Result<EnteredShare>> Handle(EnterShareCommand request, CancellationToken cancellationToken)
    {
        var opened = await gate.OpenAsync(request.Token, cancellationToken);
        if (opened.Error is { } shut) return shut;
        var link = opened.Value;
        var now = clock.GetUtcNow();
        var guest = ShareGuest.Enter(link, ids.Next(), request.GuestName, caller.Origin, now);
        if (guest.Error is { } nameless) return nameless;
        if (link.PassphraseHash is { } hash && (request.Passphrase is not { Length: <= ShareLink.MaxPassphrase } said || !passphrases.Is(hash, said))) return ShareErrors.WrongPassphrase;

        var ticket = gate.Admit(link, guest.Value);
        var kept = await unitOfWork.RunAsync(OperationName.Of<EnterShareCommand>(), async ct =>
        {
            links.Add(guest.Value);
            await unitOfWork.FlushAsync(ct);
            await links.NoteVisitAsync(GuestDoing.Of(gate.Visit!, ShareVisit.Entered, null, caller, ids, now), ct);
            return Done.Ok;
        }, cancellationToken);
        return kept.Then<EnteredShare>(_ => new EnteredShare(guest.Value.Id, guest.Value.Name, ticket));
    }
}

/// <summary>What goes into the log of visits.</summary>
internal static class GuestDoing
{
    internal static ShareVisit Of(GuestVisit visit, string what, Domain.Assets.AssetId? asset, ICaller caller, IIdSource ids, DateTimeOffset now) => new()
    {
        WorkspaceId = visit.Link.WorkspaceId, Id = ids.Next(), LinkId = visit.Link.Id, GuestId = visit.Guest.Id, What = what, AssetId = asset,
        Address = caller.Origin, FirstAt = now, LastAt = now, Times = 1,
    };
}
