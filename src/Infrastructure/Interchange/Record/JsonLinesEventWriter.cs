using System.Text.Encodings.Web;
using System.Text.Json;
using Director.Application.Events;

namespace Director.Infrastructure.Interchange.Record;

/// <summary>The record as JSON Lines: one event a line, as <c>listEvents</c> answers them, and where it came from.</summary>
internal sealed class JsonLinesEventWriter : IEventWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Format => "jsonl";

    public string ContentType => "application/jsonl; charset=utf-8";

    public async Task WriteAsync(IAsyncEnumerable<ExportedEvent> events, Stream to, CancellationToken ct)
    {
        await foreach (var (e, origin) in events.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(to, new { e.Id, e.Kind, e.SubjectType, e.SubjectId, e.RootId, e.At, e.Actor, e.Before, e.After, e.RequestId, origin }, Json, ct);
            await to.WriteAsync("\n"u8.ToArray(), ct);
        }
    }
}
