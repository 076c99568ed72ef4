using System.Globalization;
using System.Text;
using Director.Api.Errors;
using Director.Application.Uploads;
using Director.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Director.Api.Endpoints;

/// <summary>Uploads that arrive in parts and can be resumed: tus 1.0 with creation, checksum, termination and expiration.</summary>
internal sealed class UploadEndpoints : IEndpointGroup
{
    private const string Version = "1.0.0";
    private const string Part = "application/offset+octet-stream";
    private const int ChecksumMismatch = 460;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/films/{id:guid}/match-files", Match).WithName("matchFiles").WithTags("Uploads");
        var group = api.MapGroup("/uploads").WithTags("Uploads").AddEndpointFilter(Speaks);
        group.MapPost("", Create).WithName("createUpload");
        group.MapGet("/{id:guid}", Get).WithName("getUpload");
        group.MapMethods("/{id:guid}", [HttpMethods.Head], Head).ExcludeFromDescription();
        group.MapPatch("/{id:guid}", Append).WithName("appendUpload").Accepts<Stream>(Part).ProducesProblem(ChecksumMismatch);
        group.MapDelete("/{id:guid}", Terminate).WithName("terminateUpload");
        group.MapMethods("", [HttpMethods.Options], Options).ExcludeFromDescription();
    }

    /// <summary>Says which protocol this is, and refuses another version of it with 412, as the protocol wants it.</summary>
    private static ValueTask<object?> Speaks(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (request, response) = (call.HttpContext.Request, call.HttpContext.Response);
        response.Headers["Tus-Resumable"] = Version;
        response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsOptions(request.Method) || HttpMethods.IsGet(request.Method) || request.Headers["Tus-Resumable"] is [Version] or []) return next(call);
        response.Headers["Tus-Version"] = Version;
        return ValueTask.FromResult<object?>(Problems.From(new Error("upload.version", $"This server speaks tus {Version}.", ErrorKind.Stale)));
    }

    private static NoContent Options(HttpResponse response, IConfiguration configuration)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,checksum,termination,expiration";
        response.Headers["Tus-Checksum-Algorithm"] = "sha1,sha256";
        response.Headers["Tus-Max-Size"] = MediaEndpoints.MaxBytes(configuration).ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Created<UploadDto>, ProblemHttpResult>> Create(
        HttpResponse response, IConfiguration configuration, IMediator app, CancellationToken ct,
        [FromHeader(Name = "Upload-Length")] long? length = null, [FromHeader(Name = "Upload-Metadata")] string? metadata = null)
    {
        if (length is not { } bytes) return Problems.From(UploadErrors.NoLength);
        if (Read(metadata) is not { } said || !Target(said, "assetId", out var asset) || !Target(said, "shotId", out var shot)) return Problems.From(UploadErrors.BadMetadata);
        var made = await app.Send(new CreateUploadCommand(bytes, said.GetValueOrDefault("filename"), asset, shot, MediaEndpoints.MaxBytes(configuration)), ct);
        if (made.Error is null) Tell(response, made.Value);
        return made.ToCreated(u => $"/api/uploads/{u.Id}");
    }

    private static async Task<Results<Ok<UploadDto>, ProblemHttpResult>> Get(Guid id, HttpResponse response, IMediator app, CancellationToken ct)
    {
        var found = await app.Send(new GetUploadQuery(id), ct);
        if (found.Error is null) Tell(response, found.Value);
        return found.ToOk();
    }

    private static async Task<Results<Ok, ProblemHttpResult>> Head(Guid id, HttpResponse response, IMediator app, CancellationToken ct)
    {
        var found = await app.Send(new ResumeUploadCommand(id), ct);
        if (found.Error is { } refused) return Problems.From(refused);
        Tell(response, found.Value);
        response.Headers["Upload-Length"] = found.Value.Length.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Append(
        Guid id, HttpContext context, IConfiguration configuration, IMediator app, CancellationToken ct,
        [FromHeader(Name = "Upload-Offset")] long? offset = null, [FromHeader(Name = "Upload-Checksum")] string? checksum = null)
    {
        if (offset is not >= 0) return Problems.From(UploadErrors.NoOffset);
        if (!Checksum(checksum, out var check)) return Problems.From(UploadErrors.UnknownChecksum);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = MediaEndpoints.MaxBytes(configuration) + 1;
        var done = await app.Send(new AppendUploadCommand(id, offset.Value, context.Request.Body, check), ct);
        if (done.Error is not { } refused)
        {
            Tell(context.Response, done.Value);
            return TypedResults.NoContent();
        }

        var problem = Problems.From(refused);
        if (refused == UploadErrors.ChecksumMismatch) problem.ProblemDetails.Status = ChecksumMismatch;
        return refused == UploadErrors.ChecksumMismatch ? TypedResults.Problem(problem.ProblemDetails) : problem;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Terminate(Guid id, IMediator app, CancellationToken ct) =>
        (await app.Send(new TerminateUploadCommand(id), ct)).ToNoContent();

    private static async Task<Results<Ok<FileMatchesDto>, ProblemHttpResult>> Match(Guid id, MatchFilesBody body, IMediator app, CancellationToken ct) =>
        (await app.Send(new MatchFilesQuery(id, body.Names), ct)).ToOk();

    private static void Tell(HttpResponse response, UploadDto upload)
    {
        response.Headers["Upload-Offset"] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Names with values in Base64, by commas; null when it is none of that.</summary>
    private static Dictionary<string, string>? Read(string? metadata)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (metadata ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = pair.Split(' ', 2);
            var bytes = new byte[words[^1].Length];
            if (words.Length == 1) said[words[0]] = "";
            else if (Convert.TryFromBase64String(words[1], bytes, out var length)) said[words[0]] = Encoding.UTF8.GetString(bytes, 0, length);
            else return null;
        }

        return said;
    }

    private static bool Target(Dictionary<string, string> said, string name, out Guid? id)
    {
        id = null;
        if (!said.TryGetValue(name, out var text) || text.Length == 0) return true;
        if (!Guid.TryParse(text, out var read)) return false;
        id = read;
        return true;
    }

    private static bool Checksum(string? header, out PartChecksum? checksum)
    {
        checksum = null;
        if (header is null) return true;
        if (header.Split(' ') is not [("sha1" or "sha256") and var algorithm, var hash]) return false;
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(hash, bytes, out var length) || length != (algorithm == "sha1" ? 20 : 32)) return false;
        checksum = new PartChecksum(algorithm, bytes[..length]);
        return true;
    }
}

/// <summary>Files that somebody has.</summary>
/// <param name="Names">Their names, 1 to 1,000; folders before them count too.</param>
internal sealed record MatchFilesBody(IReadOnlyList<string> Names);
