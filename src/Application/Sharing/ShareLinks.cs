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

/// <summary>The share links, newest first, those that were taken back too.</summary>
/// <param name="FilmId">Only those that show this film or something of it.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">1 to 200.</param>
[Requires(Permission.Share)]
public sealed record ListShareLinksQuery(Guid? FilmId, string? Cursor, int Limit = 50) : IQuery<Page<ShareLinkDto>>;

/// <summary>What guests of a share link did, latest first.</summary>
[Requires(Permission.Share)]
public sealed record ListShareLinkVisitsQuery(Guid Id, string? Cursor, int Limit = 50) : IQuery<Page<ShareVisitDto>>;

/// <summary>Makes a link by which guests see a film, a scene, a shot or some takes. It is shown once. Not repeatable by an Idempotency-Key: the answer has the secret, which is kept nowhere.</summary>
[Requires(Permission.Share)]
public sealed record CreateShareLinkCommand(NewShareLink Link, string BaseUrl) : ICommand<CreatedShareLinkDto>, IOwnTransaction;

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

/// <summary>A share link and its address.</summary>
/// <param name="Link">The link.</param>
/// <param name="Token">What the address says; shown once.</param>
/// <param name="Url">The address; shown once.</param>
public sealed record CreatedShareLinkDto(ShareLinkDto Link, string Token, string Url);

/// <summary>Changes a share link's name, passphrase, end, allowance or watermark. What it shows stays.</summary>
[Requires(Permission.Share)]
public sealed record UpdateShareLinkCommand(Guid Id, JsonElement Patch, long? SeenVersion) : ICommand<ShareLinkDto>;

/// <summary>A JSON Merge Patch (RFC 7396) of a share link: what is absent stays.</summary>
public sealed record ShareLinkPatch
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
    /// <summary>A new passphrase; null: none is needed any more.</summary>
    public string? Passphrase { get; init; }
    /// <summary>The end; null: none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    /// <summary>What guests may do, as a whole.</summary>
    public ShareAllowance? Allow { get; init; }
    /// <summary>Whether names are burnt in.</summary>
    public bool? Watermark { get; init; }
}

/// <summary>Takes a share link back: its guests are out from this moment on.</summary>
[Requires(Permission.Share), WhileArchived]
public sealed record RevokeShareLinkCommand(Guid Id) : ICommand<Done>;

internal sealed class ShareListValidator : AbstractValidator<ListShareLinksQuery>
{
    public ShareListValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

internal sealed class ShareVisitListValidator : AbstractValidator<ListShareLinkVisitsQuery>
{
    public ShareVisitListValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

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
            Name = wish.Name, ExpiresAt = wish.ExpiresAt?.ToUniversalTime(), Allow = wish.Allow ?? new ShareAllowance(), Watermark = wish.Watermark,
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
            Name = name.Value, ExpiresAt = end.Value, Watermark = watermark.Value,
            PassphraseHash = !passphrase.Value.Given ? Patch<string>.Unmentioned : new Patch<string>(true, passphrase.Value.Value is { } said ? passphrases.Hash(said) : null),
            Allow = body.TryGetProperty("allow", out _) ? new ShareAllowance(comment.Value.Value, circle.Value.Value, select.Value.Value) : Patch<ShareAllowance>.Unmentioned,
        };
    }
}
