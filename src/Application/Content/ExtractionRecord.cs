using System.Text.Json;
using Director.Application.Common.Ports;
using Director.Domain.Content;

namespace Director.Application.Content;

/// <summary>How extractions appear in the record.</summary>
internal static class ExtractionRecord
{
    internal const string Subject = "extraction";

    /// <summary>Notes where one stands now.</summary>
    internal static void Note(this IActivityLog log, Extraction extraction, ExtractionStatus? before = null) =>
        log.Add(Subject, extraction.Id.Value, null,
            before is { } was ? JsonSerializer.SerializeToElement(new { status = Name(was) }) : null,
            extraction.DeletedAt is not null ? null : JsonSerializer.SerializeToElement(new
            {
                status = Name(extraction.Status),
                sourceUrl = extraction.SourceUrl,
                fileName = extraction.FileName,
                title = extraction.Title,
                assetId = extraction.AssetId?.Value,
                cause = extraction.Cause is { } cause ? Name(cause) : null,
            }));

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
