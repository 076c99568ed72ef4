using System.Text;
using Director.Application.Events;

namespace Director.Infrastructure.Interchange.Record;

/// <summary>The record as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read it as such.</summary>
internal sealed class CsvEventWriter : IEventWriter
{
    private static readonly string[] Columns =
        ["id", "at", "actorKind", "actorId", "actorName", "operation", "subjectType", "subjectId", "rootId", "before", "after", "requestId", "origin"];

    public string Format => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public async Task WriteAsync(IAsyncEnumerable<ExportedEvent> events, Stream to, CancellationToken ct)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
        var line = new StringBuilder();
        await WriteAsync(Columns);
        await foreach (var (happened, origin) in events.WithCancellation(ct))
        {
            await WriteAsync(
            [
                happened.Id, happened.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture), happened.Actor.Kind, happened.Actor.Id?.ToString(), happened.Actor.Name,
                happened.Kind, happened.SubjectType, happened.SubjectId.ToString(), happened.RootId?.ToString(), happened.Before?.GetRawText(), happened.After?.GetRawText(), happened.RequestId, origin,
            ]);
        }

        async Task WriteAsync(IEnumerable<string?> fields)
        {
            line.Clear();
            foreach (var field in fields) (line.Length > 0 ? line.Append(',') : line).Append(CsvField.Of(field));
            await writer.WriteAsync(line.Append("\r\n"), ct);
        }
    }
}

/// <summary>One field of a CSV file.</summary>
internal static class CsvField
{
    /// <summary>What spreadsheets take for the beginning of a formula.</summary>
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>Always in quotes, quotes doubled (RFC 4180, section 2). What a spreadsheet would run is made text by an apostrophe in front of it.</summary>
    internal static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "\"\"";
        var harmless = Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
