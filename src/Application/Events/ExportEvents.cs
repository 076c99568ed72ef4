using Director.Application.Common;
using Director.Application.Common.Ports;
using Director.Domain.Common;
using Director.Domain.Workspaces;
using MediatR;

namespace Director.Application.Events;

/// <summary>The whole record of the workspace as a file, oldest first: what could be read when it began.</summary>
/// <param name="Format">csv or jsonl.</param>
[Requires(Permission.Administer)]
public sealed record ExportEventsQuery(string Format) : IQuery<EventExport>;

/// <summary>A file that is about to be written.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="FileName">Its name.</param>
/// <param name="WriteAsync">Writes it, a page of the record at a time.</param>
public sealed record EventExport(string ContentType, string FileName, Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>Writes the record in one format.</summary>
public interface IEventWriter
{
    /// <summary>csv or jsonl.</summary>
    string Format { get; }

    /// <summary>What is sent.</summary>
    string ContentType { get; }

    /// <summary>Writes every event.</summary>
    Task WriteAsync(IAsyncEnumerable<ExportedEvent> events, Stream to, CancellationToken ct);
}

/// <summary>One event with where it came from.</summary>
/// <param name="Event">The event.</param>
/// <param name="Origin">The address it came from.</param>
public sealed record ExportedEvent(EventDto Event, string? Origin);

/// <summary>Reads the whole record of the caller's workspace.</summary>
public interface IRecordReader
{
    /// <summary>Every event that can be read now, oldest first.</summary>
    IAsyncEnumerable<ExportedEvent> AllAsync(CancellationToken ct);
}

internal sealed class ExportEventsHandler(IRecordReader record, IEnumerable<IEventWriter> writers, ICaller caller, TimeProvider clock) : IRequestHandler<ExportEventsQuery, Result<EventExport>>
{
    public Task<Result<EventExport>> Handle(ExportEventsQuery request, CancellationToken cancellationToken)
    {
        if (writers.FirstOrDefault(w => w.Format == request.Format) is not { } writer)
            return Task.FromResult<Result<EventExport>>(Error.Field("format", $"format is one of {string.Join(", ", writers.Select(w => w.Format))}."));
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"record-{caller.Workspace().Value:N}-{clock.GetUtcNow():yyyyMMdd-HHmmss}.{writer.Format}");
        return Task.FromResult<Result<EventExport>>(new EventExport(writer.ContentType, name, (to, ct) => writer.WriteAsync(record.AllAsync(ct), to, ct)));
    }
}
