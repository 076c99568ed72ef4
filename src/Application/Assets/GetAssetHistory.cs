using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Paging;
using Director.Application.Events;
using Director.Domain.Assets;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using FluentValidation;
using MediatR;

namespace Director.Application.Assets;

/// <summary>What happened to an asset, newest first: to itself, to its links, and to what it owns or picked; of deleted assets too.</summary>
[Requires(Permission.Look)]
public sealed record GetAssetHistoryQuery(Guid Id, string? Cursor, int Limit) : IQuery<Page<HistoryEntryDto>>;

/// <summary>One thing that happened.</summary>
/// <param name="EventId">The event, as in the list of events; it can be undone by this id.</param>
/// <param name="Kind">The operationId, such as <c>updateAsset</c>.</param>
/// <param name="SubjectType">What it happened to: an asset type's slug or <c>relationship</c>.</param>
/// <param name="SubjectId">Which one: the asset itself, or something that names it.</param>
/// <param name="SubjectName">What that is called.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; null for the system.</param>
/// <param name="ByName">Their name at that time.</param>
/// <param name="ActorKind">user, worker or system.</param>
/// <param name="Before">The touched fields as they were; null when it was created.</param>
/// <param name="After">The touched fields as they were left.</param>
/// <param name="Undoable">Whether <c>undoEvent</c> takes it back, as long as nobody changed the same since.</param>
public sealed record HistoryEntryDto(
    string EventId, string Kind, string SubjectType, Guid SubjectId, string? SubjectName, DateTimeOffset At, Guid? By, string ByName, string ActorKind, JsonElement? Before, JsonElement? After, bool Undoable);

internal sealed class GetAssetHistoryValidator : AbstractValidator<GetAssetHistoryQuery>
{
    public GetAssetHistoryValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, AssetLimits.Page);
}

internal sealed class GetAssetHistoryHandler(IActivityReader activity) : IRequestHandler<GetAssetHistoryQuery, Result<Page<HistoryEntryDto>>>
{
    public async Task<Result<Page<HistoryEntryDto>>> Handle(GetAssetHistoryQuery request, CancellationToken cancellationToken) =>
        await activity.HistoryAsync(new AssetId(request.Id), request.Cursor, request.Limit, cancellationToken) is { } history
            ? history.Then<Page<HistoryEntryDto>>(page => new Page<HistoryEntryDto>([.. page.Items.Select(Show)], page.Next))
            : AssetErrors.NotFound;

    private static HistoryEntryDto Show(RecordedEvent e) =>
        new(e.Id.ToString(), e.Kind, e.SubjectType, e.SubjectId, e.SubjectName, e.At, e.ActorId, e.ActorName, e.ActorKind, e.Before, e.After, e.Undoable);
}
