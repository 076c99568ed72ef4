using System.Text.Json;
using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.MediaFiles.Work;

/// <summary>Notes how the work at a file ended and tells everybody who looks at an asset that holds it.</summary>
/// <param name="Turn">Whoever has it no more changes nothing.</param>
/// <param name="Outcome">How it ended.</param>
[Requires(Permission.Edit)]
public sealed record FinishMediaWorkCommand(WorkTurn Turn, MediaWorkDto Outcome) : ICommand<Done>;

internal sealed class FinishMediaWorkHandler(IMediaWork work, IActivityLog activity) : IRequestHandler<FinishMediaWorkCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishMediaWorkCommand request, CancellationToken cancellationToken)
    {
        if (!await work.StoreAsync(request.Turn, request.Outcome, cancellationToken)) return MediaErrors.TurnLost;
        var before = JsonSerializer.SerializeToElement(new { mediaWork = MediaWorkState.Waiting }, Common.Json.AssetDetailsJson.Options);
        var after = JsonSerializer.SerializeToElement(new { mediaWork = request.Outcome.State }, Common.Json.AssetDetailsJson.Options);
        foreach (var holder in await work.HoldersAsync(request.Turn.Subject, cancellationToken)) activity.Add(holder.Type, holder.Id, holder.RootId, before, after);
        return Done.Ok;
    }
}
