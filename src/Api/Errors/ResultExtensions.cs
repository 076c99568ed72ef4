using System.Globalization;
using Director.Domain.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Director.Api.Errors;

/// <summary>How an answer of the application becomes an answer on the wire.</summary>
internal static class ResultExtensions
{
    /// <summary>200 with the value, or the problem.</summary>
    internal static Results<Ok<T>, ProblemHttpResult> ToOk<T>(this Result<T> result) =>
        result.Error is { } e ? Problems.From(e) : TypedResults.Ok(result.Value);

    /// <summary>201 with the value and where it lies, or the problem.</summary>
    internal static Results<Created<T>, ProblemHttpResult> ToCreated<T>(this Result<T> result, Func<T, string> location) =>
        result.Error is { } e ? Problems.From(e) : TypedResults.Created(location(result.Value), result.Value);

    /// <summary>202 with the value, or the problem.</summary>
    internal static Results<Accepted<T>, ProblemHttpResult> ToAccepted<T>(this Result<T> result, string? location = null) =>
        result.Error is { } e ? Problems.From(e) : TypedResults.Accepted(location, result.Value);

    /// <summary>204, or the problem.</summary>
    internal static Results<NoContent, ProblemHttpResult> ToNoContent<T>(this Result<T> result) =>
        result.Error is { } e ? Problems.From(e) : TypedResults.NoContent();
}

/// <summary>ETags of versioned things: <c>"7"</c> is version 7.</summary>
internal static class Versions
{
    /// <summary>The version that If-Match names; null when it is absent or <c>*</c>. A tag that is none of ours names version −1, which is never current.</summary>
    internal static long? IfMatch(this HttpRequest request)
    {
        if (request.Headers.IfMatch is not [{ Length: > 0 } header, ..] || header == "*") return null;
        return EntityTagHeaderValue.TryParse(header, out var tag) && !tag.IsWeak
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }

    /// <summary>The version that If-None-Match names; null when it names none of ours.</summary>
    internal static long? IfNoneMatch(this HttpRequest request) =>
        request.Headers.IfNoneMatch is [{ Length: > 0 } header, ..] && EntityTagHeaderValue.TryParse(header, out var tag)
        && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Sends a version along.</summary>
    internal static void SetETag(this HttpResponse response, long version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>ETags of answered assets.</summary>
internal static class AssetAnswers
{
    /// <summary>Sends the asset's version along as its ETag.</summary>
    internal static Result<T> Tagged<T>(this Result<T> result, HttpResponse response) where T : Application.Assets.AssetDto
    {
        if (result.Succeeded) response.SetETag(result.Value.Version);
        return result;
    }
}
