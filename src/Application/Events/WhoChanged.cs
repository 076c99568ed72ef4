namespace Director.Application.Events;

/// <summary>Finds who changed something after an event, so that a refusal to undo it can name them.</summary>
internal sealed class WhoChanged(IActivityReader activity)
{
    /// <summary>The last change of a field since; without the event when the record does not say.</summary>
    internal async Task<LaterChange> OfAsync(RecordedEvent happened, string path, CancellationToken ct) =>
        new(path, (await activity.SinceAsync(happened.Id.Tx, happened.SubjectId, AssetUndoing.LaterEvents, ct)).FirstOrDefault(e => FieldChange.Of(e).Any(c => c.Path == path)));

    /// <summary>The last change of anything since; for what is not there any more.</summary>
    internal async Task<LaterChange> OfAnythingAsync(RecordedEvent happened, CancellationToken ct) =>
        new("id", (await activity.SinceAsync(happened.Id.Tx, happened.SubjectId, AssetUndoing.LaterEvents, ct)).FirstOrDefault());
}
