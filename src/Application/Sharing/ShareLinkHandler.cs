using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Behaviours;
using Director.Application.Common.Paging;
using Director.Application.Common.Ports;
using Director.Application.Sharing.Guests;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Sharing;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Sharing;

internal sealed class ShareLinkHandler(
    IShareRepository links, IShareReader reader, ISecretTokens tokens, IPassphrases passphrases, IClipWatermarks clips, IUnitOfWork unitOfWork, ICaller caller, IIdSource ids, TimeProvider clock) :
    IRequestHandler<ListShareLinksQuery, Result<Page<ShareLinkDto>>>, IRequestHandler<ListShareLinkVisitsQuery, Result<Page<ShareVisitDto>>>,
    IRequestHandler<CreateShareLinkCommand, Result<CreatedShareLinkDto>>, IRequestHandler<UpdateShareLinkCommand, Result<ShareLinkDto>>, IRequestHandler<RevokeShareLinkCommand, Result<Done>>
{
    public Task<Result<Page<ShareLinkDto>>> Handle(ListShareLinksQuery request, CancellationToken cancellationToken) =>
        reader.ListAsync(request.FilmId, request.Cursor, request.Limit, cancellationToken);

    public async Task<Result<Page<ShareVisitDto>>> Handle(ListShareLinkVisitsQuery request, CancellationToken cancellationToken) =>
        await reader.VisitsAsync(new ShareLinkId(request.Id), request.Cursor, request.Limit, cancellationToken) ?? ShareErrors.NotFound;

    public async Task<Result<CreatedShareLinkDto>> Handle(CreateShareLinkCommand request, CancellationToken cancellationToken)
    {
        var wish = request.Link;
        if (ShareLink.CheckPassphrase(wish.Passphrase) is { } unfit) return unfit;
        var id = new ShareLinkId(ids.Next());
        var (token, secret) = tokens.Make(caller.Workspace(), id.Value);
        var made = ShareLink.Create(caller.Workspace(), id, secret, new ShareChange
        {
            Name = wish.Name,
            ExpiresAt = wish.ExpiresAt?.ToUniversalTime(),
            Allow = wish.Allow ?? new ShareAllowance(),
            Watermark = wish.Watermark,
            PassphraseHash = wish.Passphrase is { } said ? passphrases.Hash(said) : Patch<string>.Unmentioned,
        }, caller.Stamp(clock));
        if (made.Error is { } refused) return refused;

        var shown = await unitOfWork.RunAsync(OperationName.Of<CreateShareLinkCommand>(), async ct =>
        {
            var items = await ItemsAsync(wish, ct);
            if (items.Error is { } missing) return missing;
            links.Add(made.Value, items.Value);
            return await ShowAsync(made.Value, ct);
        }, cancellationToken);
        return shown.Then<CreatedShareLinkDto>(link => new CreatedShareLinkDto(link, token, $"{request.BaseUrl}/r/{token}"));
    }

    public async Task<Result<ShareLinkDto>> Handle(UpdateShareLinkCommand request, CancellationToken cancellationToken)
    {
        var change = Read(request.Patch);
        if (change.Error is { } unread) return unread;
        if (await links.FindAsync(new ShareLinkId(request.Id), cancellationToken) is not { } link) return ShareErrors.NotFound;
        if (link.EnsureVersion(request.SeenVersion) is { } stale) return stale;
        return link.Change(change.Value, clock.GetUtcNow()).Error is { } refused ? refused : await ShowAsync(link, cancellationToken);
    }

    public async Task<Result<Done>> Handle(RevokeShareLinkCommand request, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(new ShareLinkId(request.Id), cancellationToken) is not { RevokedAt: null } link) return ShareErrors.NotFound;
        link.Revoke(clock.GetUtcNow());
        return Done.Ok;
    }

    /// <summary>Refused when a watermark is asked for and cannot be burnt into everything that is there.</summary>
    private async Task<Result<ShareLinkDto>> ShowAsync(ShareLink link, CancellationToken ct)
    {
        await unitOfWork.FlushAsync(ct);
        if (link.Watermark && await reader.FirstUnmarkableAsync(link.Id, clips.Available, ct) is { } other) return ShareErrors.CannotWatermark(other);
        return await reader.GetAsync(link.Id, ct) is { } shown ? shown : ShareErrors.NotFound;
    }

    private async Task<Result<IReadOnlyList<AssetId>>> ItemsAsync(NewShareLink wish, CancellationToken ct)
    {
        var takes = wish.TakeIds ?? [];
        if (wish.TargetId is null == (takes.Count == 0)) return ShareErrors.NothingShared;
        if (takes.Count > ShareLink.MaxTakes || takes.Distinct().Count() != takes.Count) return ShareErrors.TooManyTakes;
        var types = await links.TypesAsync(wish.TargetId is { } target ? [target] : takes, ct);
        if (wish.TargetId is { } one)
            return types.TryGetValue(one, out var type) && ShareLink.Targets.Contains(type) ? Result<IReadOnlyList<AssetId>>.Of([new AssetId(one)]) : ShareErrors.TargetNotFound;
        var unknown = Enumerable.Range(0, takes.Count).Where(i => types.GetValueOrDefault(takes[i]) != "shot_take").ToList();
        return unknown.Count > 0 ? ShareErrors.UnknownTakes(unknown) : Result<IReadOnlyList<AssetId>>.Of([.. takes.Select(t => new AssetId(t))]);
    }

    private Result<ShareChange> Read(JsonElement body)
    {
        var patch = MergePatch.Read(body, "name", "passphrase", "expiresAt", "allow", "watermark");
        if (patch.Error is { } unread) return unread;
        var (name, passphrase, end, watermark) = (patch.Value.Text("name"), patch.Value.Text("passphrase"), patch.Value.Moment("expiresAt"), patch.Value.Flag("watermark"));
        var allow = patch.Value.Within("allow", "comment", "circle", "select");
        if ((name.Error ?? passphrase.Error ?? end.Error ?? watermark.Error ?? allow.Error) is { } unfit) return unfit;
        var (comment, circle, select) = (allow.Value.Flag("comment"), allow.Value.Flag("circle"), allow.Value.Flag("select"));
        if ((comment.Error ?? circle.Error ?? select.Error) is { } unreadable) return unreadable.Below("allow");
        if (ShareLink.CheckPassphrase(passphrase.Value.Value) is { } weak) return weak;
        return new ShareChange
        {
            Name = name.Value,
            ExpiresAt = end.Value,
            Watermark = watermark.Value,
            PassphraseHash = !passphrase.Value.Given ? Patch<string>.Unmentioned : new Patch<string>(true, passphrase.Value.Value is { } said ? passphrases.Hash(said) : null),
            Allow = body.TryGetProperty("allow", out _) ? new ShareAllowance(comment.Value.Value, circle.Value.Value, select.Value.Value) : Patch<ShareAllowance>.Unmentioned,
        };
    }
}
