using Director.Api.Errors;
using Director.Application.MediaFiles;
using Director.Application.MediaFiles.Work;
using Director.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Director.Api.Endpoints;

/// <summary>How files are sent: in ranges, by their hash, never sniffed, never run.</summary>
internal static class FileAnswers
{
    /// <summary>Says in the document what a file's answer can be.</summary>
    internal static void Describe(RouteHandlerBuilder route) => route
        .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").Produces<Stream>(StatusCodes.Status206PartialContent, "application/octet-stream")
        .Produces(StatusCodes.Status304NotModified).Produces(StatusCodes.Status416RangeNotSatisfiable);

    /// <summary>The file, or the problem.</summary>
    internal static Results<FileStreamHttpResult, ProblemHttpResult> Of(Result<MediaFile> found, string variant, string? version, HttpResponse response) =>
        found.Error is { } refused ? Problems.From(refused) : Send(found.Value, variant, version, response);

    /// <summary>The file, 202 with how far its making is, or the problem.</summary>
    internal static Results<FileStreamHttpResult, Accepted<MediaWorkDto>, ProblemHttpResult> Of(Result<MadeMedia> found, string variant, string? version, HttpResponse response)
    {
        if (found.Error is { } refused) return Problems.From(refused);
        if (found.Value.File is { } file) return Send(file, variant, version, response);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Accepted((string?)null, found.Value.Work);
    }

    private static FileStreamHttpResult Send(MediaFile file, string variant, string? version, HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What a fixed address shows may be another file tomorrow; an address that names the hash never does.
        response.Headers.CacheControl = version == file.Sha256 ? "private, max-age=31536000, immutable" : "private, no-cache";
        var shown = file.ContentType is "application/pdf" or "text/plain" ? "attachment" : "inline";
        response.Headers.ContentDisposition = shown;
        var type = file.ContentType == "text/plain" ? "text/plain; charset=utf-8" : file.ContentType;
        return TypedResults.Stream(file.Content, type, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}{variant}\""), enableRangeProcessing: true);
    }
}
