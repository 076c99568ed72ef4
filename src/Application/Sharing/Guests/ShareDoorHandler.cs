using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Sharing;
using MediatR;

namespace Director.Application.Sharing.Guests;

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
